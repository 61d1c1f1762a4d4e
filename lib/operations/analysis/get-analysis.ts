import { z } from "zod";
import { can } from "#lib/domain/access/permissions.ts";
import { defineOperation } from "../define-operation.ts";
import { requireAnalysis } from "./analysis-input.ts";

/** One analysis at a version (the newest without one) with its question, and whether this reader may change it. */
export const getAnalysis = defineOperation({
  name: "analysis/get-analysis",
  permission: "analyses.read",
  input: z.object({
    analysisId: z.string().min(1).max(100),
    version: z.coerce.number().int().min(1).optional(),
  }),
  deps: {},
  run: async (actor, choice) => {
    const analysis = await requireAnalysis(choice);
    return {
      ...analysis,
      mayChange: can(actor, "analyses.write"),
    };
  },
});

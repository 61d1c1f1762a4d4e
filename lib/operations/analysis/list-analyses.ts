import { z } from "zod";
import { listAnalysisSummaries } from "#lib/store/analyses.ts";
import { defineOperation } from "../define-operation.ts";

const cursorSchema = z.object({ updatedAt: z.coerce.date(), id: z.string() });

/** Analyses, the last changed first, a page at a time; `next` starts the following page and is null on the last one. */
export const listAnalyses = defineOperation({
  name: "analysis/list-analyses",
  permission: "analyses.read",
  input: z.object({ limit: z.int().min(1).max(200).default(50), after: cursorSchema.nullable().default(null) }),
  deps: {},
  run: async (_actor, { limit, after }) => {
    const rows = await listAnalysisSummaries({ limit: limit + 1, after });
    const analyses = rows.slice(0, limit);
    const last = analyses.at(-1);
    return { analyses, next: rows.length > limit && last ? { updatedAt: last.updatedAt, id: last.id } : null };
  },
});

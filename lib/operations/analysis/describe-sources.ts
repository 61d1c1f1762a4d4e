import { z } from "zod";
import { analysisQuestionSchema } from "#lib/domain/analysis/question.ts";
import { countPolicies, guessPartnerPolicies } from "#lib/domain/analysis/scope.ts";
import { readStamp } from "#lib/store/analysis-stamp.ts";
import { defineOperation } from "../define-operation.ts";
import { columnsOf } from "./engine/context-store.ts";

const inputSchema = z.object({
  studyIds: z.array(z.string().max(300)).max(100).default([]),
  importIds: z.array(z.string().max(300)).max(200).default([]),
  judgeImportIds: z.array(z.string().max(300)).max(200).default([]),
  judges: z.array(z.string().max(300)).max(20).default([]),
});

/**
 * What the chosen sources hold, for the form of a question: policies with how often they occur and how often as the
 * partner, dimensions, raters, scenarios, sources of people, and the policies that look like company only.
 */
export const describeSources = defineOperation({
  name: "analysis/describe-sources",
  permission: "analyses.read",
  input: inputSchema,
  deps: {},
  run: async (_actor, sources) => {
    const { stamp } = await readStamp(sources);
    const columns = await columnsOf(analysisQuestionSchema.parse(sources), stamp);
    return {
      ratings: columns.score.length,
      policies: countPolicies(columns),
      partnerPolicies: guessPartnerPolicies(columns),
      dimensions: columns.dimensions,
      raters: columns.raters,
      environments: columns.units.items.environments,
      sources: columns.sources,
      hasSeats: columns.units.agent.some((agent) => agent > 0),
    };
  },
});

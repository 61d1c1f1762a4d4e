import { z } from "zod";
import { analysisQuestionSchema } from "#lib/domain/analysis/question.ts";
import { defineOperation } from "../define-operation.ts";
import { lookUp } from "./engine/look-up.ts";

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
  run: async (_actor, sources) => lookUp(analysisQuestionSchema.parse(sources), { name: "sources" }),
});

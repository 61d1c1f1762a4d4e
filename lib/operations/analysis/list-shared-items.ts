import { z } from "zod";
import { countSharedItems } from "#lib/store/analysis-sources.ts";
import { defineOperation } from "../define-operation.ts";

/** How many items each judge shares with the people of each of some sources: what a new question is preset by. */
export const listSharedItems = defineOperation({
  name: "analysis/list-shared-items",
  permission: "analyses.read",
  input: z.object({ studyIds: z.array(z.string()).max(1_000), importIds: z.array(z.string()).max(1_000) }),
  deps: {},
  run: async (_actor, { studyIds, importIds }) => countSharedItems(studyIds, importIds),
});

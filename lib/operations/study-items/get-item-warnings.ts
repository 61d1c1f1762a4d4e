import { z } from "zod";
import { getDb } from "#lib/store/db.ts";
import { countItemWarnings } from "#lib/store/study-item-warnings.ts";
import { defineOperation } from "../define-operation.ts";

/**
 * How much there is to look at in the items of a study: agents that name themselves as programs, prompts of other episodes,
 * conflicts, episodes that are in twice. Every item counts, those added after launch too.
 */
export const getItemWarnings = defineOperation({
  name: "study-items/get-item-warnings",
  permission: "studies.read",
  input: z.object({ studyId: z.string() }),
  deps: {},
  run: async (_actor, { studyId }) => countItemWarnings(getDb(), studyId),
});

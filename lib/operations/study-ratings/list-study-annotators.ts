import { z } from "zod";
import { getDb } from "#lib/store/db.ts";
import { listAnnotators } from "#lib/store/study-ratings.ts";
import { defineOperation } from "../define-operation.ts";

/** The annotators of a study in order of arrival, under their pseudonyms; nothing that a panel told is in it. */
export const listStudyAnnotators = defineOperation({
  name: "study-ratings/list-study-annotators",
  permission: "annotations.read",
  input: z.object({
    studyId: z.string(),
    after: z.object({ enteredAt: z.coerce.date(), id: z.string() }).nullable().default(null),
    limit: z.int().min(1).max(200).default(100),
  }),
  deps: {},
  run: async (_actor, { studyId, after, limit }) => {
    const rows = await listAnnotators(getDb(), studyId, { after, limit: limit + 1 });
    const annotators = rows.slice(0, limit);
    const last = annotators.at(-1);
    return { annotators, next: rows.length > limit && last ? { enteredAt: last.enteredAt, id: last.id } : null };
  },
});

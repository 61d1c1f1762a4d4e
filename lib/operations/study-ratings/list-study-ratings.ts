import { z } from "zod";
import { getDb } from "#lib/store/db.ts";
import { listItemRatings } from "#lib/store/study-ratings.ts";
import { defineOperation } from "../define-operation.ts";

/** Items that have ratings, by position, each with all its annotators; `next` is the position to go on after. */
export const listStudyRatings = defineOperation({
  name: "study-ratings/list-study-ratings",
  permission: "annotations.read",
  input: z.object({
    studyId: z.string(),
    after: z.coerce.number().int().min(0).default(0),
    limit: z.int().min(1).max(100).default(25),
  }),
  deps: {},
  run: async (_actor, { studyId, after, limit }) => {
    const rows = await listItemRatings(getDb(), studyId, { afterPosition: after, limit: limit + 1 });
    const items = rows.slice(0, limit);
    return { items, next: rows.length > limit ? (items.at(-1)?.position ?? null) : null };
  },
});

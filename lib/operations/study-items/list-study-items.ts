import { z } from "zod";
import { getDb } from "#lib/store/db.ts";
import { listItems } from "#lib/store/study-items.ts";
import { defineOperation } from "../define-operation.ts";

/** The items of a study by position, a page at a time; `next` is the position to go on after, null on the last page. */
export const listStudyItems = defineOperation({
  name: "study-items/list-study-items",
  permission: "studies.read",
  input: z.object({
    studyId: z.string(),
    after: z.coerce.number().int().min(0).default(0),
    limit: z.int().min(1).max(200).default(50),
  }),
  deps: {},
  run: async (_actor, { studyId, after, limit }) => {
    const rows = await listItems(getDb(), studyId, { afterPosition: after, limit: limit + 1 });
    const items = rows.slice(0, limit);
    return { items, next: rows.length > limit ? (items.at(-1)?.position ?? null) : null };
  },
});

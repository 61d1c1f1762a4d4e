import { z } from "zod";
import { WARNING_KINDS, type WarnedItem } from "#lib/domain/studies/item-warnings.ts";
import { getDb } from "#lib/store/db.ts";
import { listWarnedItems as listStored } from "#lib/store/study-item-warnings.ts";
import { defineOperation } from "../define-operation.ts";

/**
 * The items of a study that one kind of warning names, by position, a page at a time; `next` is the position to go on
 * after, null on the last page.
 */
export const listWarnedItems = defineOperation({
  name: "study-items/list-warned-items",
  permission: "studies.read",
  input: z.object({
    studyId: z.string(),
    kind: z.enum(WARNING_KINDS),
    after: z.coerce.number().int().min(0).default(0),
    limit: z.int().min(1).max(200).default(50),
  }),
  deps: {},
  run: async (_actor, { studyId, kind, after, limit }): Promise<{ items: WarnedItem[]; next: number | null }> => {
    const rows = await listStored(getDb(), studyId, { kind, afterPosition: after, limit: limit + 1 });
    const items = rows.slice(0, limit);
    return { items, next: rows.length > limit ? (items.at(-1)?.position ?? null) : null };
  },
});

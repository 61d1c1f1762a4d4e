import { z } from "zod";
import { listRatingImports as listStored } from "#lib/store/rating-imports.ts";
import { defineOperation } from "../define-operation.ts";
import { type RatingImportView, toRatingImportView } from "./rating-import-view.ts";

/** The newest imports of ratings. `before` is the id of the last one of the page before; `next` is the one to go on with. */
export const listRatingImports = defineOperation({
  name: "rating-imports/list-rating-imports",
  permission: "ratings.read",
  input: z.object({ limit: z.int().min(1).max(100).default(20), before: z.string().optional() }),
  deps: { now: () => new Date() },
  async run(_actor, { limit, before }, deps): Promise<{ imports: RatingImportView[]; next: string | null }> {
    const rows = await listStored(limit + 1, before);
    const shown = rows.slice(0, limit);
    return {
      imports: shown.map((row) => toRatingImportView(row, deps.now())),
      next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
    };
  },
});

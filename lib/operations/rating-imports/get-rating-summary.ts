import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import { findRatingImport } from "#lib/store/rating-imports.ts";
import { listOverlaps } from "#lib/store/rating-overlaps.ts";
import {
  countSummaryItems,
  listForeignScenarios,
  listSummaryDimensions,
  listSummaryPolicies,
  listSummaryRaters,
} from "#lib/store/rating-summary.ts";
import { defineOperation } from "../define-operation.ts";

/** What came in with one import: its raters, scales, policies and items, and the imports that hold the same. Throws `NOT_FOUND`. */
export const getRatingSummary = defineOperation({
  name: "rating-imports/get-rating-summary",
  permission: "ratings.read",
  input: z.object({ importId: z.string().min(1) }),
  deps: {},
  async run(_actor, { importId }) {
    if (!(await findRatingImport(importId))) throw new AppError("NOT_FOUND", "There is no such import.");
    const items = await countSummaryItems(importId);
    return {
      items,
      raters: await listSummaryRaters(importId),
      dimensions: await listSummaryDimensions(importId),
      policies: await listSummaryPolicies(importId),
      overlaps: await listOverlaps(importId),
      foreignScenarios: items.foreignScenarios > 0 ? await listForeignScenarios(importId) : [],
    };
  },
});

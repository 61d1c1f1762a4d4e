import { z } from "zod";
import type { RatingReportLine } from "#lib/domain/rating-imports/report-line.ts";
import { AppError } from "#lib/domain/shared/errors.ts";
import { findRatingImport, listRatingImportLines as listStored } from "#lib/store/rating-imports.ts";
import { defineOperation } from "../define-operation.ts";

/** The kinds of line a report of ratings can be asked for. `accepted` ones are those with a remark. */
export const RATING_REPORT_FILTERS = ["all", "refused", "partly", "duplicate", "accepted", "blank"] as const;
/** One of {@link RATING_REPORT_FILTERS}. */
export type RatingReportFilter = (typeof RATING_REPORT_FILTERS)[number];

/** Lines of an import's report in the order of the file; `next` is what to go on with, null at the end. Throws `NOT_FOUND`. */
export const listRatingImportLines = defineOperation({
  name: "rating-imports/list-rating-import-lines",
  permission: "ratings.read",
  input: z.object({
    importId: z.string().min(1),
    outcome: z.enum(RATING_REPORT_FILTERS).default("all"),
    after: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(1_000).default(100),
  }),
  deps: {},
  async run(_actor, { importId, outcome, after, limit }): Promise<{ lines: RatingReportLine[]; next: number | null }> {
    if (!(await findRatingImport(importId))) throw new AppError("NOT_FOUND", "There is no such import.");
    const rows = await listStored(importId, outcome === "all" ? undefined : outcome, after, limit + 1);
    const lines = rows.slice(0, limit).map(({ importId: _importId, ...line }) => line);
    return { lines, next: rows.length > limit ? (lines.at(-1)?.record ?? null) : null };
  },
});

import { z } from "zod";
import type { ReportLine } from "#lib/domain/episodes/import/report-line.ts";
import { AppError } from "#lib/domain/shared/errors.ts";
import { findImport, listImportLines as listStoredLines } from "#lib/store/imports.ts";
import { defineOperation } from "../define-operation.ts";

/** The kinds of line a report can be asked for; `repaired` ones are among those that were taken. */
export const REPORT_FILTERS = ["all", "accepted", "unchanged", "conflict", "repaired", "refused"] as const;
/** One of {@link REPORT_FILTERS}. */
export type ReportFilter = (typeof REPORT_FILTERS)[number];

/**
 * Lines of an import's report in the order of the file. `after` is the last record of the page before; `next` is what
 * to go on with, null at the end. Throws `NOT_FOUND`.
 */
export const listImportLines = defineOperation({
  name: "imports/list-import-lines",
  permission: "episodes.read",
  input: z.object({
    importId: z.string().min(1),
    outcome: z.enum(REPORT_FILTERS).default("all"),
    after: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(1_000).default(100),
  }),
  deps: {},
  async run(_actor, { importId, outcome, after, limit }): Promise<{ lines: ReportLine[]; next: number | null }> {
    if (!(await findImport(importId))) throw new AppError("NOT_FOUND", "There is no such import.");
    const filter = outcome === "all" ? {} : outcome === "repaired" ? { isRepaired: true } : { outcome };
    const rows = await listStoredLines(importId, filter, after, limit + 1);
    const lines = rows.slice(0, limit).map(({ importId: _importId, ...line }) => line);
    return { lines, next: rows.length > limit ? (lines.at(-1)?.record ?? null) : null };
  },
});

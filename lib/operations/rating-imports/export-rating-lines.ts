import { stringify } from "csv-stringify/sync";
import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import { csvCell } from "#lib/export-files/csv.ts";
import { findRatingImport, listRatingImportLines } from "#lib/store/rating-imports.ts";
import { defineOperation } from "../define-operation.ts";
import { baseNameOf } from "./content-key.ts";

const PAGE = 1_000;
const HEADS = ["record", "line", "outcome", "item", "reason", "excerpt"];

async function* reportRows(importId: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(stringify([HEADS]));
  for (let after = 0; ; ) {
    const lines = await listRatingImportLines(importId, undefined, after, PAGE);
    const rows = lines.map(({ record, line, outcome, itemKey, reason, excerpt }) =>
      [record, line, outcome, itemKey, reason, excerpt].map(csvCell),
    );
    if (rows.length > 0) yield Buffer.from(stringify(rows));
    if (lines.length < PAGE) return;
    after = lines.at(-1)?.record ?? 0;
  }
}

/** The whole report of an import of ratings as a CSV file, written while it is read. Throws `NOT_FOUND`. */
export const exportRatingLines = defineOperation({
  name: "rating-imports/export-rating-lines",
  permission: "ratings.read",
  input: z.object({ importId: z.string().min(1) }),
  deps: {},
  async run(_actor, { importId }) {
    const row = await findRatingImport(importId);
    if (!row) throw new AppError("NOT_FOUND", "There is no such import.");
    return {
      fileName: `${baseNameOf(row.fileName)}-report.csv`,
      mediaType: "text/csv; charset=utf-8",
      content: reportRows(importId),
    };
  },
});

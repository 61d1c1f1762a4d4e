import { stringify } from "csv-stringify/sync";
import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import { csvCell } from "#lib/export-files/csv.ts";
import { findImport, listImportLines } from "#lib/store/imports.ts";
import { defineOperation } from "../define-operation.ts";

const PAGE = 1_000;
const HEADS = ["record", "line", "outcome", "repaired", "kind", "source_id", "reason", "excerpt", "our_id"];

async function* reportRows(importId: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(stringify([HEADS]));
  for (let after = 0; ; ) {
    const lines = await listImportLines(importId, {}, after, PAGE);
    const rows = lines.map(({ record, line, outcome, isRepaired, kind, sourceId, reason, excerpt, recordId }) =>
      [record, line, outcome, isRepaired ? 1 : 0, kind, sourceId, reason, excerpt, recordId].map(csvCell),
    );
    if (rows.length > 0) yield Buffer.from(stringify(rows));
    if (lines.length < PAGE) return;
    after = lines.at(-1)?.record ?? 0;
  }
}

/** The whole report of an import as a CSV file, written while it is read. Throws `NOT_FOUND`. */
export const exportImportLines = defineOperation({
  name: "imports/export-import-lines",
  permission: "episodes.read",
  input: z.object({ importId: z.string().min(1) }),
  deps: {},
  async run(_actor, { importId }) {
    const row = await findImport(importId);
    if (!row) throw new AppError("NOT_FOUND", "There is no such import.");
    const name = row.fileName.replace(/\.[^.]*$/, "");
    return { fileName: `${name}-report.csv`, mediaType: "text/csv; charset=utf-8", content: reportRows(importId) };
  },
});

import { stringify } from "csv-stringify/sync";
import { z } from "zod";
import type { Replication } from "#lib/domain/analysis/replication/replication.ts";
import { csvCell } from "#lib/export-files/csv.ts";
import { defineOperation } from "../define-operation.ts";
import { currentReplication } from "./current-replication.ts";

const HEADS = ["table", "group", "line", "kind", "column", "value", "low", "high", "comparison", "reason"];

/** Every figure of the replication as a table, one row each: unrounded, empty where there is no value. */
export const exportFigures = defineOperation({
  name: "replication/export-figures",
  permission: "analyses.read",
  input: z.object({}),
  deps: {},
  async run() {
    const text = stringify([HEADS, ...figureRows(await currentReplication())]);
    return {
      fileName: "sotopia-pi-replication.csv",
      mediaType: "text/csv; charset=utf-8",
      content: bytesOf(text),
    };
  },
});

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

function figureRows({ tables }: Replication): (string | number | null)[][] {
  return tables.flatMap(({ name, columns, groups }) =>
    groups.flatMap((group) =>
      group.lines.flatMap(({ kind, label, cells }) =>
        cells.map(({ value, interval, comparison, reason }, place) =>
          [
            name,
            group.label,
            label,
            kind,
            columns[place]?.key ?? "",
            value,
            interval?.[0] ?? null,
            interval?.[1] ?? null,
            comparison ?? "",
            reason,
          ].map(csvCell),
        ),
      ),
    ),
  );
}

import { finished } from "node:stream/promises";
import { CsvError, parse } from "csv-parse";
import { columnNames, rowFields } from "#lib/domain/rating-imports/columns.ts";
import type { ReadRecord } from "./record-source.ts";

/** The longest row that is read, in characters: a quotation that never ends must not swallow the file. */
const MAX_ROW = 8 * 1024 * 1024;

const DELIMITERS = [",", ";", "\t", "|"];

/** The sign that divides the cells of the first line, outside quotation marks. */
function delimiterOf(head: Uint8Array): string {
  const [first = ""] = new TextDecoder("utf-8").decode(head).split(/\r?\n/, 1);
  const bare = first.replace(/"(?:[^"]|"")*"/g, "");
  const count = (sign: string) => bare.split(sign).length;
  return DELIMITERS.reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** A row as the parser hands it over, with the line on which it ends and the bytes up to there. */
type ParsedRow = { cells: string[]; lines: number; bytes: number };

function failureSentence(error: unknown, line: number): string {
  const code = error instanceof CsvError ? error.code : "";
  if (code === "CSV_QUOTE_NOT_CLOSED" || code === "CSV_MAX_RECORD_SIZE")
    return `A quotation mark opens on or after line ${line} and is not closed. Nothing after it was read.`;
  return `The table cannot be read from line ${line} on (${error instanceof Error ? error.message : String(error)}).`;
}

/** The rows of a table piece by piece; ends with a `CsvError` thrown after all rows before the damage. */
async function* parsedRows(bytes: AsyncIterable<Uint8Array>, delimiter: string): AsyncGenerator<ParsedRow> {
  const rows: ParsedRow[] = [];
  const parser = parse({
    bom: true,
    delimiter,
    max_record_size: MAX_ROW,
    relax_column_count: true,
    relax_quotes: true,
    // Rows are taken here, one by one: what waits in the stream itself is lost when a later row is damaged.
    on_record: (cells: string[], { lines, bytes: read }) => {
      rows.push({ cells, lines, bytes: read });
      return null;
    },
  });
  const ended = finished(parser.resume()).catch((error: unknown) => error);
  for await (const chunk of bytes) {
    parser.write(chunk);
    yield* rows.splice(0);
    if (parser.errored) break;
  }
  parser.end();
  const failure = await ended;
  yield* rows.splice(0);
  if (failure) throw failure;
}

/**
 * Reads a CSV table (comma, semicolon, tab or bar). Rows may be shorter or longer than the header; headers may repeat.
 * A table that breaks off ends with one refused record, after everything before it.
 */
export async function* readCsvRecords(bytes: AsyncIterable<Uint8Array>, head: Uint8Array): AsyncGenerator<ReadRecord> {
  let names: string[] | null = null;
  let line = 1;
  try {
    for await (const { cells, lines, bytes: bytesRead } of parsedRows(bytes, delimiterOf(head))) {
      if (names) yield { line, bytesRead, fields: rowFields(names, cells) };
      else names = columnNames(cells);
      line = lines + 1;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    yield { line, bytesRead: 0, refused: failureSentence(error, line) };
  }
}

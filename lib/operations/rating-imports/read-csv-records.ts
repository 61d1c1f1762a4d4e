import { Readable } from "node:stream";
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
type ParsedRow = { record: string[]; info: { lines: number; bytes: number } };

function failureSentence(error: unknown, line: number): string {
  const code = error instanceof CsvError ? error.code : "";
  if (code === "CSV_QUOTE_NOT_CLOSED" || code === "CSV_MAX_RECORD_SIZE")
    return `A quotation mark opens on or after line ${line} and is not closed. Nothing after it was read.`;
  return `The table cannot be read from line ${line} on (${error instanceof Error ? error.message : String(error)}).`;
}

/**
 * Reads a CSV table (comma, semicolon, tab or bar). Rows may be shorter or longer than the header; headers may repeat.
 * A table that breaks off ends with one refused record, after everything before it.
 */
export async function* readCsvRecords(bytes: AsyncIterable<Uint8Array>, head: Uint8Array): AsyncGenerator<ReadRecord> {
  const parser = Readable.from(bytes).pipe(
    parse({
      bom: true,
      delimiter: delimiterOf(head),
      info: true,
      max_record_size: MAX_ROW,
      relax_column_count: true,
      relax_quotes: true,
    }),
  );
  let names: string[] | null = null;
  let line = 1;
  try {
    for await (const { record, info } of parser as AsyncIterable<ParsedRow>) {
      if (names) yield { line, bytesRead: info.bytes, fields: rowFields(names, record) };
      else names = columnNames(record);
      line = info.lines + 1;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    yield { line, bytesRead: 0, refused: failureSentence(error, line) };
  }
}

import { detectFileFormat, FORMAT_SAMPLE_BYTES } from "#lib/domain/episodes/import/file-format.ts";
import { readCsvRecords } from "./read-csv-records.ts";
import { readJsonRecords } from "./read-json-records.ts";
import type { ReadRecord } from "./record-source.ts";

/** Takes bytes off the front of a stream until there are enough, and gives them back together with the rest. */
async function peek(bytes: AsyncIterable<Uint8Array>): Promise<{ head: Uint8Array; all: AsyncIterable<Uint8Array> }> {
  const iterator = bytes[Symbol.asyncIterator]();
  const taken: Uint8Array[] = [];
  let length = 0;
  let next = await iterator.next();
  for (; !next.done; next = await iterator.next()) {
    taken.push(next.value);
    length += next.value.byteLength;
    if (length >= FORMAT_SAMPLE_BYTES) break;
  }
  const isDone = next.done === true;
  async function* all(): AsyncGenerator<Uint8Array> {
    yield* taken;
    if (!isDone) yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { head: Buffer.concat(taken), all: all() };
}

/** What a rating file may be, for the sentence that refuses another one. */
const ACCEPTED = "Ratings come as CSV, JSON or JSON Lines.";

/**
 * Reads the records of a rating file one after another with constant memory, in whatever format it turns out to be. A
 * file in none gives one refused record.
 */
export async function* readRatingRecords(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<ReadRecord> {
  const { head, all } = await peek(bytes);
  const detected = detectFileFormat(head.subarray(0, FORMAT_SAMPLE_BYTES));
  if (detected.isTable) yield* readCsvRecords(all, head);
  else if (detected.format === "refused" || detected.format === "empty") {
    yield { line: 1, bytesRead: head.byteLength, refused: `This file is ${detected.found}. ${ACCEPTED}` };
  } else yield* readJsonRecords(all);
}

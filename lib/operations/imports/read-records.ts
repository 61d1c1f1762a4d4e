import { recordExcerpt } from "#lib/domain/episodes/import/bad-line.ts";
import { decodeRecord } from "#lib/domain/episodes/import/decode-record.ts";
import { detectFileFormat, FORMAT_SAMPLE_BYTES } from "#lib/domain/episodes/import/file-format.ts";
import type { RefusedRow } from "#lib/domain/episodes/import/parsed-row.ts";
import { createRecordSplitter } from "#lib/domain/episodes/import/record-splitter.ts";
import type { SplitRecord } from "#lib/domain/episodes/import/split-record.ts";

/**
 * A record of a file: its position and the line it begins on, both from 1, and its text. Either its JSON value (with a
 * note where reading it took some leniency) or why there is none.
 */
export type FileRecord = {
  record: number;
  line: number;
  text: string;
  content: { json: unknown; note: string | null } | { refused: RefusedRow; excerpt: string };
};

/** Records that belong into one transaction, and the bytes of the file that had been read when they were complete. */
export type RecordBatch = { records: FileRecord[]; bytesRead: number };

/** A batch is full at this many records or characters, whichever comes first. */
const BATCH_RECORDS = 200;
const BATCH_LENGTH = 4_000_000;

type Unnumbered = Omit<FileRecord, "record">;

/** The records inside one piece of the splitter's output: mostly one, several in a list or an object keyed by id. */
function recordsOf(piece: SplitRecord): Unnumbered[] {
  const decoded = decodeRecord(piece);
  if (!decoded.ok) {
    const { line, excerpt, ...refused } = decoded.bad;
    return [{ line, text: piece.text, content: { refused, excerpt } }];
  }
  const isWhole = decoded.records.length === 1 && piece.text.startsWith("{");
  return decoded.records.map((json) => ({
    line: piece.line,
    text: isWhole ? piece.text : (JSON.stringify(json) ?? ""),
    content: { json, note: decoded.note },
  }));
}

/** The one line of the report of a file that is no JSON at all; null when the file may be read. */
function refuseFile(head: Uint8Array): Unnumbered | null {
  const format = detectFileFormat(head);
  if (format.format !== "refused" && format.format !== "empty") return null;
  const text = new TextDecoder("utf-8").decode(head.subarray(0, 1_000));
  const refused: RefusedRow = { outcome: "refused", found: format.found, reason: format.reason };
  return { line: 1, text: "", content: { refused, excerpt: recordExcerpt(text) } };
}

/** Gathers records into batches, numbering them and passing over the first `skip`. */
class Batcher {
  private records: FileRecord[] = [];
  private length = 0;
  private count = 0;
  private readonly skip: number;

  constructor(skip: number) {
    this.skip = skip;
  }

  /** Adds a record; answers the batch that is full with it, if one is. */
  add(record: Unnumbered): FileRecord[] | null {
    this.count += 1;
    if (this.count <= this.skip) return null;
    this.records.push({ ...record, record: this.count });
    this.length += record.text.length;
    return this.records.length >= BATCH_RECORDS || this.length >= BATCH_LENGTH ? this.take() : null;
  }

  take(): FileRecord[] {
    const { records } = this;
    this.records = [];
    this.length = 0;
    return records;
  }
}

/**
 * Reads a file's bytes as batches of records with constant memory, passing over the first `skip` records, which an
 * earlier attempt has written. Bytes that are not UTF-8 become U+FFFD. A file that is no JSON gives one refused record.
 */
export async function* readBatches(bytes: AsyncIterable<Uint8Array>, skip: number): AsyncGenerator<RecordBatch> {
  const splitter = createRecordSplitter();
  const decoder = new TextDecoder("utf-8");
  const batcher = new Batcher(skip);
  let bytesRead = 0;
  function* add(pieces: SplitRecord[]): Generator<RecordBatch> {
    for (const piece of pieces) {
      for (const record of recordsOf(piece)) {
        const full = batcher.add(record);
        if (full) yield { records: full, bytesRead };
      }
    }
  }
  for await (const chunk of bytes) {
    const refused = bytesRead === 0 ? refuseFile(chunk.subarray(0, FORMAT_SAMPLE_BYTES)) : null;
    bytesRead += chunk.byteLength;
    if (refused) {
      batcher.add(refused);
      break;
    }
    yield* add(splitter.push(decoder.decode(chunk, { stream: true })));
  }
  yield* add([...splitter.push(decoder.decode()), ...splitter.end()]);
  const rest = batcher.take();
  if (rest.length > 0) yield { records: rest, bytesRead };
}

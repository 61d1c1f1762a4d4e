import type { ItemFacts } from "#lib/domain/rating-imports/rating-record.ts";
import type { ImportScale } from "#lib/domain/rating-imports/read-score.ts";
import type { RatingImport } from "./generated/client.ts";

/** The states of a rating import; `mapping` waits for somebody to say what the columns mean. */
export type RatingImportState = "mapping" | "queued" | "running" | "completed" | "failed" | "canceled";

/** A sentence about a file as a whole. */
export type ImportNote = { code: string; message: string };

/** One import with its counts. Bytes are plain numbers; the mapping is parsed by whoever reads it. */
export type RatingImportRow = Omit<RatingImport, "bytes" | "bytesDone" | "state" | "notes"> & {
  bytes: number;
  bytesDone: number;
  state: RatingImportState;
  notes: ImportNote[];
};

/** A rater as stored: people by a keyed hash and a pseudonym, judges by what makes two of them different. */
export type StoredRater = {
  kind: "human" | "judge";
  raterKey: string;
  name: string;
  model: string;
  version: string;
  prompt: string;
  isPosition: boolean;
};

/** One rating on its way in, with the key of its rater. */
export type StoredRating = {
  agent: 0 | 1 | 2;
  raterKey: string;
  dimension: string;
  score: number;
  rationale: string;
};

/** What became of a record, and the sentence and excerpt of its line; an accepted one without a reason gets no line. */
export type StoredRecord = {
  record: number;
  line: number;
  outcome: "accepted" | "partly" | "refused" | "blank";
  itemKey: string;
  facts: ItemFacts | null;
  ratings: StoredRating[];
  refusedScores: number;
  reason: string;
  excerpt: string;
};

/** A batch of an import: `recordsBefore` must be the count that the last committed batch left behind. */
export type RatingBatch = {
  importId: string;
  recordsBefore: number;
  bytesDone: number;
  scales: readonly ImportScale[];
  raters: readonly StoredRater[];
  records: readonly StoredRecord[];
};

import type { ParsedRow } from "#lib/domain/episodes/import/parsed-row.ts";
import type { ImportDecision } from "#lib/domain/episodes/import-decision.ts";
import type { ProfileKind } from "./import-columns.ts";
import type { RowValues } from "./recordset.ts";

/**
 * One record of the file with what the parser made of it. `text` is the record as the file has it; `meaningHash` is
 * empty for everything but episodes.
 */
export type ReadRecord = {
  record: number;
  line: number;
  text: string;
  parsed: ParsedRow;
  meaningHash: string;
  excerpt: string;
};

/** What all records that are taken have; `remarks` are sentences, of its repairs among others. */
type Taken<Kind extends string> = {
  outcome: "ok";
  kind: Kind;
  sourceId: string;
  contentHash: string;
  meaningHash: string;
  remarks: string[];
  isRepaired: boolean;
  /** The columns of its row that follow from the record alone. */
  row: RowValues;
};

/** An episode as the database takes it: its wide parts as bytes, and the ratings that came with it by their judge's name. */
export type EpisodeContent = Taken<"episode"> & {
  document: Buffer;
  raw: Buffer;
  notes: { repairs: unknown; facts: unknown };
  judge: string;
  ratings: RowValues[];
  /** Turns in which an agent seems to name itself as a program. */
  namings: RowValues[];
};

/** A profile as the database takes it. */
export type ProfileContent = Taken<ProfileKind>;

/** A record of which nothing is stored but its line in the report. */
export type RefusedContent = { outcome: "refused"; reason: string };

/** A record that is ready to be written: nothing of it is left that takes time, and no more of its text than is stored. */
export type ImportRecord = {
  record: number;
  line: number;
  excerpt: string;
  content: EpisodeContent | ProfileContent | RefusedContent;
};

/** A batch of an import: `recordsBefore` must be the count that the last committed batch left behind. */
export type ImportBatch = {
  importId: string;
  fileName: string;
  isDemo: boolean;
  /** Version of the judges whose ratings come with the episodes; empty where nobody said. */
  judgeVersion: string;
  recordsBefore: number;
  bytesDone: number;
  records: ImportRecord[];
};

/** A record with what is to be done about it. `id` is ours: of the new row, or of the one it met; null when refused. */
export type ClassifiedRecord = {
  source: ImportRecord;
  decision: ImportDecision | { outcome: "refused" };
  id: string | null;
};

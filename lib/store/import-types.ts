import type { ParsedRow } from "#lib/domain/episodes/import/parsed-row.ts";
import type { ImportDecision } from "#lib/domain/episodes/import-decision.ts";

/**
 * One record of the file with what the parser made of it. `text` is the record as the file has it; `meaningHash` is
 * empty for everything but episodes.
 */
export type ImportRecord = {
  record: number;
  line: number;
  text: string;
  parsed: ParsedRow;
  meaningHash: string;
  excerpt: string;
};

/** A batch of an import: `recordsBefore` must be the count that the last committed batch left behind. */
export type ImportBatch = {
  importId: string;
  fileName: string;
  isDemo: boolean;
  recordsBefore: number;
  bytesDone: number;
  records: ImportRecord[];
};

/** `canceled`: somebody stopped the import. `overtaken`: another worker has written this part. Neither changed anything. */
export type BatchOutcome = "written" | "canceled" | "overtaken";

/** A record with what is to be done about it. `id` is ours: of the new row, or of the one it met; null when refused. */
export type ClassifiedRecord = {
  source: ImportRecord;
  decision: ImportDecision | { outcome: "refused" };
  id: string | null;
};

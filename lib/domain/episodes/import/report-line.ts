/** One line of an import's report as it is shown and exported: a record, what became of it, and why. */
export type ReportLine = {
  /** Place among the records of the file, from 1. */
  record: number;
  /** Line of the file on which the record begins, from 1. */
  line: number;
  /** `accepted`, `unchanged`, `conflict` or `refused`. */
  outcome: string;
  /** What the record is, such as `episode`; empty where it was not recognised. */
  kind: string;
  sourceId: string;
  /** Our id of what was kept; null where nothing was. */
  recordId: string | null;
  reason: string;
  isRepaired: boolean;
  /** The beginning of a record that was refused or repaired. */
  excerpt: string;
};

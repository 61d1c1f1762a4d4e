/** One line of the report of an import of ratings as it is shown and exported. */
export type RatingReportLine = {
  /** Place among the records of the file, from 1. */
  record: number;
  /** Line of the file on which the record begins, from 1. */
  line: number;
  /** `accepted` (with a remark), `partly`, `refused`, `duplicate` or `blank`. */
  outcome: string;
  /** The item that the record rates; empty where it could not be read. */
  itemKey: string;
  reason: string;
  /** The beginning of a record that was refused. */
  excerpt: string;
};

/**
 * One record's text, with the line (from 1) on which it begins. `cut` marks a text that is not whole: the record was
 * longer than the cap, so that only its beginning is here.
 */
export type SplitRecord = { text: string; line: number; cut?: true };

/** Takes a file in chunks of any size and gives back whole records as soon as they are complete. */
export type RecordSplitter = {
  push(chunk: string): SplitRecord[];
  /** What is left at the end of the file. The splitter is used up afterwards. */
  end(): SplitRecord[];
};

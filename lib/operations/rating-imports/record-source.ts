import type { Fields } from "#lib/domain/rating-imports/rating-record.ts";

/** One record of a rating file: its position and first line, both from 1, and its fields or why it has none. */
export type RatingRecord = { record: number; line: number } & ({ fields: Fields } | { refused: string });

/** A record before it is numbered, and how many bytes of the file had been read by then. */
export type ReadRecord = { line: number; bytesRead: number } & ({ fields: Fields } | { refused: string });

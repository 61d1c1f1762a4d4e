/**
 * Reading whole columns of numbers. `array_send(array_agg(column))` answers PostgreSQL's own form of an array as bytes, so
 * that a million numbers are one value of one row, without a text to parse or an object to make for each.
 */

/** Bytes before the elements of a one-dimensional array: dimensions, null flag, element type, length, lower bound. */
const HEADER = 20;
/** Each element is led by its length. */
const LENGTH = 4;
/** What comes first in the header; 0 for an array without elements. */
const DIMENSIONS = 0;
const COUNT_AT = 12;

/** Numbers of the column in `bytes`; 0 where the aggregate had no rows (null). Columns may hold no null. */
export function countOf(bytes: Buffer | null): number {
  return bytes === null || bytes.readInt32BE(DIMENSIONS) === 0 ? 0 : bytes.readInt32BE(COUNT_AT);
}

/** A column of `int4`. */
export function readInt32s(bytes: Buffer | null): Int32Array {
  const out = new Int32Array(countOf(bytes));
  for (let i = 0, at = HEADER + LENGTH; i < out.length; i += 1, at += LENGTH + 4) out[i] = bytes!.readInt32BE(at);
  return out;
}

/** A column of `float8`. */
export function readFloat64s(bytes: Buffer | null): Float64Array {
  const out = new Float64Array(countOf(bytes));
  for (let i = 0, at = HEADER + LENGTH; i < out.length; i += 1, at += LENGTH + 8) out[i] = bytes!.readDoubleBE(at);
  return out;
}

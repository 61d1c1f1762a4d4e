/**
 * Reading whole columns of numbers. `string_agg(int4send(column), '')` answers PostgreSQL's own bytes of every number, end
 * to end, so that a million numbers are one value of one row, without a text to parse or an object to make for each.
 * Columns may hold no null.
 */

/** A column made with `int4send`; empty where the aggregate had no rows (null). */
export function readInt32s(bytes: Buffer | null): Int32Array {
  const out = new Int32Array((bytes?.length ?? 0) / 4);
  for (let i = 0; i < out.length; i += 1) out[i] = bytes!.readInt32BE(4 * i);
  return out;
}

/** A column made with `int2send`, empty for null. */
export function readInt16s(bytes: Buffer | null): Int16Array {
  const out = new Int16Array((bytes?.length ?? 0) / 2);
  for (let i = 0; i < out.length; i += 1) out[i] = bytes!.readInt16BE(2 * i);
  return out;
}

/** A column made with `float8send`, empty for null. */
export function readFloat64s(bytes: Buffer | null): Float64Array {
  const out = new Float64Array((bytes?.length ?? 0) / 8);
  for (let i = 0; i < out.length; i += 1) out[i] = bytes!.readDoubleBE(8 * i);
  return out;
}

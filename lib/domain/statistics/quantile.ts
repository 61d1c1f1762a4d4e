/**
 * The quantile of type 7 (linear between order statistics; the default of R and numpy) of values that are already
 * sorted from low to high. `p` is in [0, 1]. With n values it lies at position (n − 1)·p. Throws RangeError without
 * values: an empty distribution is an error of the caller. Hyndman & Fan 1996, definition 7.
 */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) throw new RangeError("A quantile of no values was asked for");
  const position = (sorted.length - 1) * Math.min(1, Math.max(0, p));
  const below = Math.floor(position);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  return low + (position - below) * (high - low);
}

/** A sorted copy, from low to high, of what {@link quantile} takes. */
function sortedCopy(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values).sort();
}

/** The median of values in any order; type 7 like every quantile here. Throws RangeError without values. */
export function median(values: ArrayLike<number>): number {
  return quantile(sortedCopy(values), 0.5);
}

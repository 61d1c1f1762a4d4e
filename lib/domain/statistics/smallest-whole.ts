/** Searching stops here: no study has more episodes. */
const CEILING = 1_000_000_000;

/**
 * The smallest whole number from `from` on that is enough, for a condition that stays true once it is. Throws RangeError
 * when no number up to a billion is enough.
 */
export function smallestWhole(from: number, isEnough: (count: number) => boolean): number {
  if (isEnough(from)) return from;
  let low = from;
  let high = from * 2;
  while (!isEnough(high)) {
    if (high >= CEILING) throw new RangeError("No size of a study reaches this target");
    low = high;
    high = Math.min(CEILING, high * 2);
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isEnough(middle)) high = middle;
    else low = middle;
  }
  return high;
}

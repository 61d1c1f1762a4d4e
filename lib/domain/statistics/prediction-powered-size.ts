/** Labels with the judge's help: as the formula gives them, and rounded up to whole ones. */
export type PoweredSize = { fractional: number; labels: number };

/**
 * Labelled cells that, with the judge's help, tell as much as `classical` labelled cells without it, when `pool` cells
 * exist in all and judge and people correlate by `correlation` (-1 to 1): n0·T·(1 - r²)/(T - r²·n0). Throws RangeError when
 * the pool is smaller than `classical`.
 */
export function poweredSampleSize(correlation: number, classical: number, pool: number): PoweredSize {
  if (classical > pool) throw new RangeError(`A pool of ${pool} cells cannot hold ${classical} labels`);
  const shared = correlation * correlation;
  const fractional = classical === pool ? classical : (classical * pool * (1 - shared)) / (pool - shared * classical);
  return { fractional, labels: Math.ceil(fractional) };
}

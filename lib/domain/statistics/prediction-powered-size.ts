import type { MeasureCard } from "./measure-card.ts";

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

/** The card of “Ratings needed with the judge’s help”. */
export const poweredSizeCard: MeasureCard<{ correlation: number; classical: number; pool: number }> = {
  id: "ppi_sample_size",
  name: "Ratings needed with the judge’s help",
  meaning: "How many items people must rate, with the judge’s help, to be as sure as with a given number without it.",
  range: "From 0 to the number without the judge; near it where judge and people hardly correlate.",
  undefinedWhen: "There are fewer items than the number without the judge.",
  source: "n₀T(1 − r²)/(T − r²n₀), from the variance of prediction-powered inference (Angelopoulos et al. 2023)",
  example: {
    words: "Judge and people correlate by 0.7; instead of 200 of 1,000 items, rounded up.",
    input: { correlation: 0.7, classical: 200, pool: 1000 },
    value: 114,
  },
};

import type { Values } from "./clusters.ts";
import type { MeasureCard } from "./measure-card.ts";
import { type Measured, notDefined } from "./measured.ts";
import { pearson, whyNoCorrelation } from "./pearson.ts";
import { midRanks } from "./ranks.ts";

/**
 * Spearman's rank correlation: Pearson's of the mid-ranks, as scales with many ties need. -1 to 1, undefined as Pearson's
 * is. O(n log n).
 */
export function spearman(x: Values, y: Values): Measured {
  const reason = whyNoCorrelation(x, y);
  return reason ? notDefined(reason) : pearson(midRanks(x), midRanks(y));
}

/** The card of “Spearman correlation”. */
export const spearmanCard: MeasureCard<{ x: number[]; y: number[] }> = {
  id: "spearman",
  name: "Spearman correlation",
  meaning: "Whether the judge puts cells in the same order as people do, whatever numbers it uses.",
  range: "−1 to 1; 1 is the same order, 0 no relation, −1 the reverse order.",
  undefinedWhen: "There are fewer than two cells, or the judge or the people gave one score only.",
  source: "Spearman 1904, with mid-ranks for ties; the same number as R cor and scipy spearmanr.",
  example: {
    words: "Judge 1, 2, 3 and people 10, 30, 20: one neighbouring pair is swapped.",
    input: { x: [1, 2, 3], y: [10, 30, 20] },
    value: 0.5,
  },
};

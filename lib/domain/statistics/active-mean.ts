import type { Values } from "./clusters.ts";
import { normalQuantile } from "./distributions.ts";
import { DEFAULT_CONFIDENCE } from "./estimate.ts";
import type { MeasureCard } from "./measure-card.ts";
import type { Interval, UndefinedReason } from "./measured.ts";
import { mean } from "./moments.ts";

/** A cell that people rated: its place in the list of all cells, and people's mean. */
export type ChosenCell = { index: number; human: number };

/** People's mean over all cells, from cells that were chosen with known, unequal chances. */
export type ActiveMean = {
  value: number | null;
  se: number | null;
  interval: Interval | null;
  labelled: number;
  reason: UndefinedReason | null;
};

/**
 * mean(f) + (1/N)·Σ (y - f)/pi over labelled cells (Horvitz–Thompson on the judge's errors, Poisson sampling). `judge` has
 * f of all N cells and `inclusion` the chance pi in (0, 1] with which each was chosen, stored when it was chosen. No cell:
 * `no_data`; no labelled cell: no value (`no_data`). A chance outside (0, 1] throws RangeError.
 */
export function activeMean(
  judge: Values,
  inclusion: Values,
  chosen: readonly ChosenCell[],
  confidence: number = DEFAULT_CONFIDENCE,
): ActiveMean {
  const labelled = chosen.length;
  if (labelled === 0) return { value: null, se: null, interval: null, labelled, reason: "no_data" };
  let [correction, variance] = [0, 0];
  for (const { index, human } of chosen) {
    const chance = inclusion[index] ?? 0;
    if (!(chance > 0 && chance <= 1)) throw new RangeError(`Cell ${index} was chosen with chance ${chance}`);
    const error = human - judge[index]!;
    correction += error / chance;
    variance += ((1 - chance) / chance ** 2) * error ** 2;
  }
  const value = mean(judge) + correction / judge.length;
  const se = Math.sqrt(variance) / judge.length;
  if (se === 0) return { value, se, interval: null, labelled, reason: "zero_variance" };
  const reach = normalQuantile(1 - (1 - confidence) / 2) * se;
  return { value, se, interval: [value - reach, value + reach], labelled, reason: null };
}

/** The card of “Mean with chances of single items”. */
export const activeMeanCard: MeasureCard<{ judge: number[]; chance: number[]; chosen: ChosenCell[] }> = {
  id: "active_mean",
  name: "Mean with a chance for each item",
  meaning:
    "What people would have given on average, when each item was chosen for them with a chance of its own: every error of the judge that people found counts as often as its item was unlikely to be chosen.",
  range: "The scale of the dimension; it may pass its ends by a little.",
  undefinedWhen:
    "People rated no chosen item; the interval also needs errors that are not all 0. An item without a recorded chance cannot be used.",
  source: "Horvitz & Thompson 1952; active statistical inference, Zrnic & Candès 2024",
  example: {
    words:
      "The judge gives 5, 6, 7 and 8; the first and the last were each chosen with chance 0.5, and people gave 6 and 8: 6.5 + (1/0.5)/4.",
    input: {
      judge: [5, 6, 7, 8],
      chance: [0.5, 0.5, 0.5, 0.5],
      chosen: [
        { index: 0, human: 6 },
        { index: 3, human: 8 },
      ],
    },
    value: 7,
  },
};

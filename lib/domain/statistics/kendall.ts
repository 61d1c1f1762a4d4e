import type { Values } from "./clusters.ts";
import type { MeasureCard } from "./measure-card.ts";
import { type Measured, measured, notDefined } from "./measured.ts";
import { clampCorrelation, whyNoCorrelation } from "./pearson.ts";

/**
 * Kendall's tau-b, (C - D)/√((P - T_x)(P - T_y)): concordant minus discordant pairs, corrected for ties. -1 to 1,
 * undefined as Pearson's correlation is. Knight's method (1966): sort by x, then count the swaps that sorting by y takes,
 * O(n log n).
 */
export function kendallTauB(x: Values, y: Values): Measured {
  const reason = whyNoCorrelation(x, y);
  if (reason) return notDefined(reason);
  const order = Uint32Array.from({ length: x.length }, (_, i) => i).sort((i, j) => x[i]! - x[j]! || y[i]! - y[j]!);
  const byX = Float64Array.from(order, (i) => x[i]!);
  const byXThenY = Float64Array.from(order, (i) => y[i]!);
  const pairs = pairsOf(x.length);
  const tiedX = tiedPairs(byX);
  const tiedBoth = tiedPairs(byX, byXThenY);
  const discordant = sortCountingSwaps(byXThenY);
  const tiedY = tiedPairs(byXThenY);
  const concordantMinusDiscordant = pairs - tiedX - tiedY + tiedBoth - 2 * discordant;
  return measured(clampCorrelation(concordantMinusDiscordant / Math.sqrt(pairs - tiedX) / Math.sqrt(pairs - tiedY)));
}

function pairsOf(n: number): number {
  return (n * (n - 1)) / 2;
}

/** Pairs of equal neighbours-in-order: of a sorted list, or of places where two lists both repeat. */
function tiedPairs(sorted: Float64Array, second?: Float64Array): number {
  let tied = 0;
  let run = 1;
  for (let i = 1; i <= sorted.length; i += 1) {
    const repeats = i < sorted.length && sorted[i] === sorted[i - 1] && (!second || second[i] === second[i - 1]);
    if (repeats) run += 1;
    else {
      tied += pairsOf(run);
      run = 1;
    }
  }
  return tied;
}

/** Sorts in place by merging and says how many pairs stood in the wrong order. */
function sortCountingSwaps(values: Float64Array): number {
  let swaps = 0;
  let from: Float64Array = values;
  let to: Float64Array = new Float64Array(values.length);
  for (let width = 1; width < values.length; width *= 2) {
    for (let low = 0; low < values.length; low += 2 * width)
      swaps += mergeCounting(
        from,
        to,
        low,
        Math.min(low + width, values.length),
        Math.min(low + 2 * width, values.length),
      );
    [from, to] = [to, from];
  }
  if (from !== values) values.set(from);
  return swaps;
}

function mergeCounting(from: Float64Array, to: Float64Array, low: number, middle: number, high: number): number {
  let swaps = 0;
  let left = low;
  let right = middle;
  for (let place = low; place < high; place += 1) {
    if (left < middle && (right >= high || from[left]! <= from[right]!)) {
      to[place] = from[left]!;
      left += 1;
    } else {
      to[place] = from[right]!;
      right += 1;
      swaps += middle - left;
    }
  }
  return swaps;
}

/** The card of “Kendall tau-b”. */
export const kendallTauBCard: MeasureCard<{ x: number[]; y: number[] }> = {
  id: "kendall_tau_b",
  name: "Kendall tau-b",
  meaning:
    "Of two cells drawn at random: how much more often judge and people agree on which is better than they disagree, corrected for ties.",
  range: "−1 to 1; 1 is the same order in every pair, 0 as many agreements as disagreements, −1 the reverse order.",
  undefinedWhen: "There are fewer than two cells, or the judge or the people gave one score only.",
  source: "Kendall 1945, computed by Knight 1966; the same number as scipy kendalltau.",
  example: {
    words: "Judge 1, 2, 3 and people 1, 3, 2: two pairs agree, one disagrees.",
    input: { x: [1, 2, 3], y: [1, 3, 2] },
    value: 1 / 3,
  },
};

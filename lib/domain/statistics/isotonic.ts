import type { Values } from "./clusters.ts";
import type { MeasureCard } from "./measure-card.ts";
import type { UndefinedReason } from "./measured.ts";

/** Values of y pooled by distinct x: total weight and weighted sum of y at each, x ascending. */
export type Bins = { x: Float64Array; weight: Float64Array; sum: Float64Array };

/** A curve that never falls: `fitted[i]` belongs to `x[i]`, x ascending without repeats. */
export type IsotonicCurve = {
  x: Float64Array;
  fitted: Float64Array;
  /** Steps with a level of their own; 1 with several x means that there is no usable ordering. */
  blocks: number;
  reason: UndefinedReason | null;
};

/**
 * The rising step curve closest to the points by least squares: ties in x are pooled, then neighbours that fall are pooled
 * until none does (pool adjacent violators; Barlow et al. 1972). `weights` default to 1 and are above 0. No point:
 * `no_data`; one distinct x: `constant_judge`, with the mean as the only level.
 */
export function fitIsotonic(x: Values, y: Values, weights?: Values): IsotonicCurve {
  return fitBins(binByValue(x, y, weights));
}

/** Pools points of one x: each distinct x ascending, with its total weight (1 a point without `weights`) and weighted sum of y. */
export function binByValue(x: Values, y: Values, weights?: Values): Bins {
  const places = new Map(
    Array.from(new Set(Float64Array.from(x)).values())
      .sort((a, b) => a - b)
      .map((value, i) => [value, i]),
  );
  const bins = {
    x: Float64Array.from(places.keys()),
    weight: new Float64Array(places.size),
    sum: new Float64Array(places.size),
  };
  for (let i = 0; i < x.length; i += 1) {
    const [place, weight] = [places.get(x[i]!)!, weights?.[i] ?? 1];
    bins.weight[place]! += weight;
    bins.sum[place]! += weight * y[i]!;
  }
  return bins;
}

/** The isotonic curve of pooled points; bins without weight are left out. */
export function fitBins({ x, weight, sum }: Bins): IsotonicCurve {
  const filled = Array.from(x.keys()).filter((i) => weight[i]! > 0);
  const blocks: { weight: number; sum: number; members: number }[] = [];
  for (const i of filled) {
    let block = { weight: weight[i]!, sum: sum[i]!, members: 1 };
    for (let last = blocks.at(-1); last && last.sum * block.weight >= block.sum * last.weight; last = blocks.at(-1)) {
      block = { weight: last.weight + block.weight, sum: last.sum + block.sum, members: last.members + block.members };
      blocks.pop();
    }
    blocks.push(block);
  }
  return {
    x: Float64Array.from(filled, (i) => x[i]!),
    fitted: Float64Array.from(
      blocks.flatMap((block) => new Array<number>(block.members).fill(block.sum / block.weight)),
    ),
    blocks: blocks.length,
    reason: filled.length > 1 ? null : filled.length === 1 ? "constant_judge" : "no_data",
  };
}

/** The curve at `at`: linear between its points, its end values outside. Throws RangeError for a curve without points. */
export function readIsotonic({ x, fitted }: IsotonicCurve, at: number): number {
  if (x.length === 0) throw new RangeError("A calibration curve without points was read");
  let high = 0;
  while (high < x.length && x[high]! < at) high += 1;
  if (high === 0) return fitted[0]!;
  if (high === x.length) return fitted[x.length - 1]!;
  const share = (at - x[high - 1]!) / (x[high]! - x[high - 1]!);
  return fitted[high - 1]! + share * (fitted[high]! - fitted[high - 1]!);
}

/** The card of “Calibration curve”. */
export const calibrationCurveCard: MeasureCard<{ judge: number[]; human: number[]; at: number }> = {
  id: "isotonic",
  name: "Calibration curve",
  meaning:
    "What people give on average where the judge gives a score, by the rising steps that lie closest to the data. It shows where the judge’s scale runs away from people’s.",
  range: "The scale of the dimension; never falling from left to right.",
  undefinedWhen: "Nothing is rated by both. A judge that always gives one score has one step.",
  source: "Pool adjacent violators, Barlow, Bartholomew, Bremner & Brunk 1972",
  example: {
    words: "People give 2, 5 and 3 where the judge gives 1, 2 and 3: at 2 the two that fall are pooled.",
    input: { judge: [1, 2, 3], human: [2, 5, 3], at: 2 },
    value: 4,
  },
};

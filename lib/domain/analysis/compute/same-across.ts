import { meanExpectedByChance, sameNumberCount } from "#lib/domain/statistics/same-across.ts";
import { type AnalysisContext, partOf } from "../context.ts";

/** With fewer dimensions, or annotations of somebody, the same number says nothing. */
const FEWEST_DIMENSIONS = 3;
const FEWEST_ANNOTATIONS = 5;

/** How often somebody gives one number on several dimensions: mean over annotations, and what chance makes of it. */
export type SameAcross = { mean: number; byChance: number | null; isHigh: boolean };

/** By rater of the columns; nobody where fewer than three dimensions are shown. O(ratings). */
export function findSameAcross(context: AnalysisContext): ReadonlyMap<number, SameAcross> {
  return partOf(context, "same number across dimensions", () => {
    const counts = Map.groupBy(annotationsOf(context), ({ rater }) => rater);
    const pool = [...counts.values()].flat().map(({ count }) => count);
    const expected = new Map<number, number | null>();
    const found = new Map<number, SameAcross>();
    for (const [rater, own] of counts) {
      if (!expected.has(own.length))
        expected.set(own.length, meanExpectedByChance(pool, own.length, { seed: context.question.seed }));
      const byChance = expected.get(own.length) ?? null;
      const mean = own.reduce((sum, { count }) => sum + count, 0) / own.length;
      const isHigh = own.length >= FEWEST_ANNOTATIONS && byChance !== null && mean > byChance;
      found.set(rater, { mean, byChance, isHigh });
    }
    return found;
  });
}

/** Every annotation of one unit by one person with scores on three dimensions or more, sorted, with its commonest number. */
function annotationsOf({ columns, humanRatings, dimensions }: AnalysisContext): { rater: number; count: number }[] {
  const { count: units } = columns.units;
  const scores = new Map<number, number[]>();
  for (const place of dimensions)
    for (const rating of humanRatings[place]!) {
      const rater = columns.rater[rating]!;
      if (columns.occurrence[rating]! > 0 || columns.raters[rater]!.isPosition) continue;
      const key = rater * units + columns.unit[rating]!;
      const known = scores.get(key);
      if (known) known.push(columns.score[rating]!);
      else scores.set(key, [columns.score[rating]!]);
    }
  return [...scores]
    .filter(([, own]) => own.length >= FEWEST_DIMENSIONS)
    .sort(([a], [b]) => a - b)
    .map(([key, own]) => ({ rater: Math.floor(key / units), count: sameNumberCount(own) }));
}

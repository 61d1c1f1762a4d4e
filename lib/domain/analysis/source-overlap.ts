import type { RatingColumns } from "./columns.ts";
import { ratersOfSeveralSources } from "./second-ratings.ts";

/** Two sources that hold ratings by the same person of the same unit on the same dimension; `differing` have other scores. */
export type SourceOverlap = { sources: [string, string]; shared: number; differing: number };

/**
 * The pairs of sources that hold the same ratings by people, as two states of one file do, with those that share most in
 * front. O(ratings), and more only for people who rated in several sources.
 */
export function findSourceOverlaps(columns: RatingColumns): SourceOverlap[] {
  const { unit, rater, dimension, occurrence, score, source, raters, dimensions, sources } = columns;
  const all = Int32Array.from({ length: score.length }, (_, rating) => rating);
  const isInSeveral = ratersOfSeveralSources(columns, all);
  if (!isInSeveral.includes(1)) return [];
  const firsts = new Map<string, number>();
  const pairs = new Map<string, SourceOverlap>();
  for (const rating of all) {
    const who = rater[rating]!;
    if (isInSeveral[who] === 0 || raters[who]!.kind !== "human") continue;
    const cell = (unit[rating]! * raters.length + who) * dimensions.length + dimension[rating]!;
    const place = `${cell} ${occurrence[rating]}`;
    const first = firsts.get(place);
    if (first === undefined) firsts.set(place, rating);
    else if (source[first] !== source[rating]) {
      const [a, b] = [source[first]!, source[rating]!].sort((x, y) => x - y) as [number, number];
      const known = pairs.get(`${a} ${b}`);
      const pair = known ?? { sources: [sources[a]!.name, sources[b]!.name], shared: 0, differing: 0 };
      pair.shared += 1;
      pair.differing += Number(score[first] !== score[rating]);
      pairs.set(`${a} ${b}`, pair);
    }
  }
  return [...pairs.values()].sort((one, other) => other.shared - one.shared);
}

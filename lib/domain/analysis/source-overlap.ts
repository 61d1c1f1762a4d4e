import type { RatingColumns } from "./columns.ts";
import { ratersOfSeveralSources } from "./second-ratings.ts";

/** Draws of one judge are numbered in a byte. */
const MOST_DRAWS = 256;

/** Two sources that hold ratings by the same person of the same unit on the same dimension; `differing` have other scores. */
export type SourceOverlap = { sources: [string, string]; shared: number; differing: number };

/**
 * The pairs of sources that hold the same ratings by people, as two states of one file do, with those that share most in
 * front. O(ratings), and more only for people who rated in several sources.
 */
export function findSourceOverlaps(columns: RatingColumns): SourceOverlap[] {
  const { unit, rater, dimension, occurrence, score, source, raters, dimensions, sources } = columns;
  const all = new Int32Array(score.length);
  for (let rating = 0; rating < all.length; rating += 1) all[rating] = rating;
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

/** A judge whose ratings of the same unit and dimension came with several sources, named together; `differing` have other scores. */
export type JudgeOverlap = { judge: string; sources: string; shared: number; differing: number };

/**
 * The judges of which one version rated the same in two sources, among those under `keys` (all of them where none is given).
 * Every source counts draws from 0, so one draw that is there twice came twice. O(ratings of such judges).
 */
export function findJudgeOverlaps(columns: RatingColumns, keys: readonly string[]): JudgeOverlap[] {
  const { unit, rater, dimension, occurrence, score, raters, dimensions } = columns;
  const overlaps = raters.map(({ kind, key, name, source, isInSeveral }) =>
    kind === "judge" && isInSeveral && (keys.length === 0 || keys.includes(key))
      ? { judge: name, sources: source, shared: 0, differing: 0, scores: new Map<number, number>() }
      : null,
  );
  if (overlaps.every((overlap) => overlap === null)) return [];
  for (let rating = 0; rating < score.length; rating += 1) {
    const overlap = overlaps[rater[rating]!];
    if (!overlap) continue;
    const place = (unit[rating]! * dimensions.length + dimension[rating]!) * MOST_DRAWS + occurrence[rating]!;
    const first = overlap.scores.get(place);
    if (first === undefined) overlap.scores.set(place, score[rating]!);
    else {
      overlap.shared += 1;
      overlap.differing += Number(first !== score[rating]);
    }
  }
  return overlaps.flatMap((overlap) => {
    if (!overlap || overlap.shared === 0) return [];
    const { scores, ...counts } = overlap;
    return [counts];
  });
}

import { sotopiaDimension } from "#lib/domain/dimensions/sotopia-dimensions.ts";
import type { TableMapping } from "./rating-mapping.ts";
import type { Fields } from "./rating-record.ts";
import type { ImportScale } from "./read-score.ts";
import { type SeenScores, seenScores } from "./seen-scores.ts";

/** Scales that are in use, narrow ones first: the first that holds every score is guessed. */
const USUAL: readonly (readonly [number, number])[] = [
  [0, 1],
  [1, 3],
  [0, 2],
  [1, 4],
  [0, 3],
  [1, 5],
  [0, 4],
  [0, 5],
  [1, 6],
  [1, 7],
  [-3, 3],
  [1, 10],
  [0, 10],
  [-5, 5],
  [-10, 0],
  [-10, 10],
  [0, 100],
  [-100, 100],
];

/** The share of a judge's scores that may lie outside a guess made without people. */
const STRAY = 0.02;

function rangeOf(values: readonly number[], strayShare: number): [number, number] {
  const sorted = [...values].sort((a, b) => a - b);
  const cut = Math.floor(sorted.length * strayShare);
  return [sorted[cut] ?? 0, sorted[sorted.length - 1 - cut] ?? 1];
}

/**
 * The scale of a dimension as far as its scores tell: SOTOPIA's own for its seven, else the narrowest usual one. It is
 * a proposal for somebody to confirm.
 */
export function guessScale({ key, name, human, judge }: SeenScores): ImportScale {
  const own = sotopiaDimension(key);
  const isWhole = [...human, ...judge].every((value) => Number.isInteger(value));
  if (own) return { key, name: own.name, min: own.min, max: own.max, isWhole };
  const [low, high] = human.length > 0 ? rangeOf(human, 0) : rangeOf(judge, STRAY);
  const usual = USUAL.find(([min, max]) => min <= low && high <= max);
  const [min, max] = usual ?? [Math.floor(low), Math.max(Math.ceil(high), Math.floor(low) + 1)];
  return { key, name, min, max, isWhole };
}

/** With fewer scores than this a dimension may not have shown the ends of its scale. */
const TELLING = 30;

/**
 * The scales of all dimensions of a table. One with few scores takes the widest scale among the others where its scores
 * lie on that: a table mostly has one scale for everything.
 */
export function guessTableScales(seen: readonly SeenScores[]): ImportScale[] {
  const guesses = seen.map((scores) => ({
    scale: guessScale(scores),
    count: scores.human.length + scores.judge.length,
  }));
  const foreign = guesses.map(({ scale }) => scale).filter(({ key }) => !sotopiaDimension(key));
  const width = ({ min, max }: ImportScale) => max - min;
  const widest = foreign.reduce(
    (best, scale) => (width(scale) > width(best) ? scale : best),
    foreign[0] as ImportScale,
  );
  return guesses.map(({ scale, count }) => {
    if (sotopiaDimension(scale.key) || count >= TELLING) return scale;
    const fits = widest.min <= scale.min && scale.max <= widest.max;
    return fits ? { ...scale, min: widest.min, max: widest.max } : scale;
  });
}

/** The scales of a table's dimensions by what its rows hold, for somebody to confirm. */
export function guessScales(rows: readonly Fields[], mapping: Omit<TableMapping, "scales">) {
  return guessTableScales(seenScores(rows, mapping));
}

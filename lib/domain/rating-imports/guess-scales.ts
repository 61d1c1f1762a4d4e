import { sotopiaDimension } from "#lib/domain/dimensions/sotopia-dimensions.ts";
import type { ImportScale } from "./read-score.ts";

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

/** What was seen of one dimension: by people where there are people, since programs fail with numbers of their own (−1). */
export type SeenScores = { key: string; name: string; human: number[]; judge: number[] };

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

/** One scale for all dimensions of a table where they could share it: a table mostly has one scale for everything. */
export function shareScale(scales: readonly ImportScale[]): ImportScale[] {
  const foreign = scales.filter(({ key }) => !sotopiaDimension(key));
  const widest = foreign.reduce<ImportScale | null>(
    (best, scale) => (best === null || scale.max - scale.min > best.max - best.min ? scale : best),
    null,
  );
  const isWhole = foreign.every((scale) => scale.isWhole);
  return scales.map((scale) => {
    if (!widest || sotopiaDimension(scale.key) || scale.min < widest.min || scale.max > widest.max) return scale;
    return { ...scale, min: widest.min, max: widest.max, isWhole };
  });
}

import type { DimensionAnnotators } from "#lib/domain/analysis/findings/annotators.ts";

/** One annotator against another: mean difference row − column, and on how many common cells. */
export type RaterPair = DimensionAnnotators["pairs"][number];

/** The pair for a field of the matrix. Each pair is kept once; seen from the other annotator its sign is turned. */
export function pairOf(pairs: readonly RaterPair[], row: number, column: number): RaterPair | undefined {
  const own = pairs.find((pair) => pair.row === row && pair.column === column);
  if (own) return own;
  const other = pairs.find((pair) => pair.row === column && pair.column === row);
  return other && { row, column, difference: -other.difference, common: other.common };
}

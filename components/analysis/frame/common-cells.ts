import type { AnalysisDimension } from "#lib/domain/analysis/columns.ts";
import type { PolicyFacts } from "#lib/domain/analysis/findings/common.ts";
import { listInWords } from "#lib/domain/analysis/words.ts";

/** A piece of a figure about one policy, with the number of cells that judge and people have in common. */
type PolicyPiece = { policy: Pick<PolicyFacts, "label"> | null; cells: number };

/** The pieces that hold something to draw, and the names of the policies of the others. */
export function splitByCells<Piece extends PolicyPiece>(
  pieces: readonly Piece[],
): { drawn: Piece[]; missing: string[] } {
  return {
    drawn: pieces.filter(({ cells }) => cells > 0),
    missing: pieces.flatMap(({ policy, cells }) => (cells === 0 && policy ? [policy.label] : [])),
  };
}

/** Which policies are not drawn on a dimension, and why; empty where all are. */
export function missingSentence(
  dimension: Pick<AnalysisDimension, "name">,
  missing: readonly string[],
  hasOthers: boolean,
): string {
  const name = dimension.name.toLowerCase();
  if (missing.length === 0) return "";
  if (!hasOthers)
    return `Judge and people have no cell in common on ${name}. Choose another dimension, or add ratings of the same items on it.`;
  return `Not drawn, as judge and people have no cell in common there on ${name}: ${listInWords(missing)}.`;
}

import type { AnalysisDimension } from "#lib/domain/analysis/columns.ts";
import { missingSentence } from "./common-cells.ts";

/** Names the policies that a figure leaves out, in place of empty axes; nothing where it leaves out none. */
export function MissingNote({
  dimension,
  missing,
  drawn,
}: {
  dimension: Pick<AnalysisDimension, "name">;
  missing: readonly string[];
  /** How many policies are drawn. */
  drawn: number;
}) {
  const sentence = missingSentence(dimension, missing, drawn > 0);
  if (!sentence) return null;
  return <p className="max-w-[80ch] text-sm text-ink-2">{sentence}</p>;
}

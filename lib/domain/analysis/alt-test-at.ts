import { ALT_TEST_DEFAULTS } from "#lib/domain/statistics/alt-test.ts";
import { studentTCdf } from "#lib/domain/statistics/distributions.ts";
import { adjustP } from "#lib/domain/statistics/p-adjust.ts";
import type { AltTestFinding, AltTestRow } from "./findings/annotators.ts";

/** The false discovery rate of the test's authors. */
const Q = ALT_TEST_DEFAULTS.q;

/**
 * One person at a price: whether the judge is shown to be at least as good. `exploratoryP` is that of people with too few
 * common items for the test, at the price of the question alone; it decides nothing.
 */
export type AltTestAt = AltTestRow & { exploratoryP: number | null };

/**
 * The alternative annotator test at another price of a person: the p-values from the means and standard errors that came
 * with the finding, corrected over all people and dimensions (Benjamini–Yekutieli). Rows without a test keep none.
 */
export function altTestAt(
  { rows, epsilon: asked }: Pick<AltTestFinding, "rows" | "epsilon">,
  epsilon: number,
): AltTestAt[] {
  const p = rows.map((row) => pAt(row, epsilon));
  const adjusted = adjustP(p, "by");
  return rows.map((row, index) => {
    const pAdjusted = adjusted[index] ?? null;
    return {
      ...row,
      p: p[index] ?? null,
      pAdjusted,
      isRejected: pAdjusted !== null && pAdjusted <= Q,
      exploratoryP: row.note !== "" && epsilon === asked ? row.p : null,
    };
  });
}

function pAt(row: AltTestRow, epsilon: number): number | null {
  if (row.note !== "" || row.standardError === null || row.degreesOfFreedom === null) return null;
  const excess = row.meanDifference - epsilon;
  if (row.standardError === 0) return excess < 0 ? 0 : 1;
  return studentTCdf(excess / row.standardError, row.degreesOfFreedom);
}

/** Share of the tested people of one dimension whom the judge could replace; null where nobody was tested. */
export function winningRate(rows: readonly AltTestAt[], dimension: string): { rate: number | null; tested: number } {
  const tested = rows.filter((row) => row.dimension === dimension && row.p !== null);
  if (tested.length === 0) return { rate: null, tested: 0 };
  return { rate: tested.filter((row) => row.isRejected).length / tested.length, tested: tested.length };
}

import { formatNumber, formatPercent, plural } from "#components/ui/format.ts";
import type { AnalysisDimension } from "#lib/domain/analysis/columns.ts";
import type { AltTestFinding, AltTestRow } from "#lib/domain/analysis/findings/annotators.ts";
import type { ClusterFacts } from "#lib/domain/analysis/findings/common.ts";
import { ALT_TEST_DEFAULTS } from "#lib/domain/statistics/alt-test.ts";
import { studentTCdf } from "#lib/domain/statistics/distributions.ts";
import { adjustP } from "#lib/domain/statistics/p-adjust.ts";

/** The false discovery rate of the test's authors. */
const Q = ALT_TEST_DEFAULTS.q;

/**
 * One person at a price: whether the judge is shown to be at least as good. `exploratoryP` is that of people with too few
 * common items for the test, at the price of the question alone; it decides nothing.
 */
export type AltTestAt = AltTestRow & {
  p: number | null;
  pAdjusted: number | null;
  isRejected: boolean;
  exploratoryP: number | null;
};

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

/** Whether the judge passes on a dimension; where nobody could be tested, how much is missing for it. */
export function verdictSentence(
  rows: readonly AltTestAt[],
  dimension: Pick<AnalysisDimension, "key" | "name">,
  noun: ClusterFacts["noun"],
): string {
  const name = dimension.name.toLowerCase();
  const { rate, tested } = winningRate(rows, dimension.key);
  if (rate !== null)
    return `On ${name} the judge could stand in for ${formatPercent(rate)} of ${tested} tested: ${rate >= 0.5 ? "it passes" : "it does not pass"}.`;
  const own = rows.filter((row) => row.dimension === dimension.key);
  const most = Math.max(0, ...own.map(({ units }) => units));
  if (most >= ALT_TEST_DEFAULTS.minUnitsPerHuman)
    return `On ${name} nobody could be tested: the differences do not vary.`;
  return `On ${name} nobody could be tested: it takes ${ALT_TEST_DEFAULTS.minUnitsPerHuman} ${noun[1]} in common with others and the judge, and the most that one person has is ${most}.`;
}

/** How often the judge is at least as close to the others as the person is, on average over people; tested or not. */
export function advantageSentence(own: readonly AltTestAt[]): string {
  if (own.length === 0) return "";
  const mean = own.reduce((sum, { advantage }) => sum + advantage, 0) / own.length;
  return `On average over ${plural(own.length, "person", "people")} the judge is at least as close to the others as the person is on ${formatPercent(mean)} of what both rated (advantage probability ρ = ${formatNumber(mean)}).`;
}

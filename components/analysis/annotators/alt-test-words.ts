import { formatNumber, formatPercent, plural } from "#components/ui/format.ts";
import { type AltTestAt, winningRate } from "#lib/domain/analysis/alt-test-at.ts";
import type { AnalysisDimension } from "#lib/domain/analysis/columns.ts";
import type { ClusterFacts } from "#lib/domain/analysis/findings/common.ts";
import { ALT_TEST_DEFAULTS } from "#lib/domain/statistics/alt-test.ts";

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

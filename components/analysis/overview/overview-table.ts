import type { ChartTableData } from "#components/charts/figure/chart-table.tsx";
import type { OverviewFinding } from "#lib/domain/analysis/findings/overview.ts";
import { countColumn, estimateColumns, pColumn, twinTable, wordColumn } from "../frame/twin-table.ts";

/** The bias of every policy on every dimension. */
export function overviewTable(finding: OverviewFinding): ChartTableData {
  const nameOf = (key: string) => finding.dimensions.find((dimension) => dimension.key === key)?.name ?? key;
  const rows = finding.byDimension.flatMap(({ dimension, policies }) => policies.map((row) => ({ ...row, dimension })));
  return twinTable(rows, (row) => `${row.dimension} ${row.policy.label}`, [
    wordColumn("dimension", "Dimension", (row) => nameOf(row.dimension)),
    wordColumn("policy", "Policy", (row) => row.policy.label),
    estimateColumns("bias", "Judge − people", finding.confidence, (row) => row.bias, { isSigned: true }),
    pColumn("p_holm", "p, Holm", (row) => row.pAdjusted),
    countColumn("cells", "Cells", (row) => row.bias.n),
    countColumn("clusters", "Clusters", (row) => row.bias.clusters),
  ]);
}

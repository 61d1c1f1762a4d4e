import type { ChartTableData } from "#components/charts/figure/chart-table.tsx";
import type { OverviewFinding } from "#lib/domain/analysis/findings/overview.ts";
import { countCell, estimateCells, estimateColumns, numericColumn, pCell, wordCell } from "../frame/figure-cells.ts";

/** The bias of every policy on every dimension. */
export function overviewTable(finding: OverviewFinding): ChartTableData {
  const nameOf = (key: string) => finding.dimensions.find((dimension) => dimension.key === key)?.name ?? key;
  return {
    columns: [
      { name: "dimension", head: "Dimension" },
      { name: "policy", head: "Policy" },
      ...estimateColumns("bias", "Judge − people", finding.confidence),
      numericColumn("p_holm", "p, Holm"),
      numericColumn("cells", "Cells"),
      numericColumn("clusters", "Clusters"),
    ],
    rows: finding.byDimension.flatMap(({ dimension, policies }) =>
      policies.map((row) => ({
        key: `${dimension} ${row.policy.label}`,
        cells: [
          wordCell(nameOf(dimension)),
          wordCell(row.policy.label),
          ...estimateCells(row.bias, { isSigned: true }),
          pCell(row.pAdjusted),
          countCell(row.bias.n),
          countCell(row.bias.clusters),
        ],
      })),
    ),
  };
}

import type { ChartTableData } from "#components/charts/figure/chart-table.tsx";
import type { PolicyBias } from "#lib/domain/analysis/findings/bias.ts";
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

/** The biases of all policies on one dimension. */
export function policiesOf({ byDimension }: OverviewFinding, key: string): readonly PolicyBias[] {
  return byDimension.find(({ dimension }) => dimension === key)?.policies ?? [];
}

/** Policies without a bias on any dimension: there is nothing to draw of them; empty where that holds for all. */
export function undrawnPolicies({ byDimension, policies }: OverviewFinding): string[] {
  const drawn = new Set(
    byDimension.flatMap((part) =>
      part.policies.flatMap(({ policy, bias }) => (bias.value === null ? [] : policy.label)),
    ),
  );
  return drawn.size === 0 ? [] : policies.map(({ label }) => label).filter((label) => !drawn.has(label));
}

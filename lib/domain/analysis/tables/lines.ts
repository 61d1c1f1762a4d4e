import type { LinesFinding } from "../findings/lines.ts";
import { dimensionTable, type FindingTable, rowsOf } from "./finding-table.ts";
import { estimateColumns, POINTS, POINTS_SIGNED, wordColumn } from "./table-columns.ts";

/** Both means and the gap of each policy, with their intervals. */
export function linesTable({
  confidence,
  byDimension,
}: Pick<LinesFinding, "confidence" | "byDimension">): FindingTable {
  const rows = rowsOf(byDimension, ({ points }) => points);
  type Row = (typeof rows)[number];
  const whole = rows.some(({ withExcluded }) => withExcluded);
  return dimensionTable(
    { name: "lines", title: "Judge and people along the policies" },
    rows,
    (row) => `${row.dimension} ${row.policy.label}`,
    [
      wordColumn("policy", "Policy", (row) => row.policy.label),
      estimateColumns("judge", "Judge", confidence, (row) => row.judge, POINTS),
      estimateColumns("human", "People", confidence, (row) => row.human, POINTS),
      estimateColumns("gap", "Gap", confidence, (row) => row.gap, { ...POINTS_SIGNED, counts: "shown" }),
      ...(whole
        ? [
            estimateColumns<Row>(
              "human_with_excluded",
              "People, with excluded raters",
              confidence,
              (row) => row.withExcluded?.human ?? null,
              POINTS,
            ),
            estimateColumns<Row>(
              "gap_with_excluded",
              "Gap, with excluded raters",
              confidence,
              (row) => row.withExcluded?.gap ?? null,
              POINTS_SIGNED,
            ),
          ]
        : []),
    ],
  );
}

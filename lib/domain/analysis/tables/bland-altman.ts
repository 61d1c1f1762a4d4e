import type { BlandAltmanFacet, BlandAltmanFinding } from "../findings/bland-altman.ts";
import { dimensionTable, type FindingTable, rowsOf } from "./finding-table.ts";
import { type Named, withPooled } from "./pooled.ts";
import { estimateColumns, intervalColumns, numberColumn, POINTS, POINTS_SIGNED, wordColumn } from "./table-columns.ts";

type Row = Named<BlandAltmanFacet> & { dimension: string };

/** Bias, limits of agreement and trend of every panel. */
export function blandAltmanTable({
  confidence,
  byDimension,
}: Pick<BlandAltmanFinding, "confidence" | "byDimension">): FindingTable {
  const rows: Row[] = rowsOf(byDimension, ({ facets, pooled }) => withPooled(facets, pooled));
  const limit = (name: string, title: string, of: (facet: BlandAltmanFacet) => BlandAltmanFacet["lower"]) => [
    numberColumn<Row>(name, title, ({ one }) => of(one)?.value ?? null, { ...POINTS_SIGNED, group: title }),
    intervalColumns<Row>(name, title, confidence, ({ one }) => of(one)?.interval ?? null, POINTS),
  ];
  const head = { name: "bland-altman", title: "Bias and limits of agreement" };
  return dimensionTable(head, rows, ({ dimension, name }) => `${dimension} ${name}`, [
    wordColumn("policy", "Policy", ({ name }) => name),
    estimateColumns("bias", "Bias", confidence, ({ one }) => one.bias, { ...POINTS_SIGNED, counts: "shown" }),
    numberColumn("deviation", "SD of differences", ({ one }) => one.deviation, POINTS),
    ...limit("lower_limit", "Lower limit", ({ lower }) => lower),
    ...limit("upper_limit", "Upper limit", ({ upper }) => upper),
    estimateColumns("slope", "Slope", confidence, ({ one }) => one.trend?.slope ?? null, {
      unit: "points per point",
      isSigned: true,
    }),
    wordColumn("remark", "Remark", ({ one }) => (one.trend?.isNotFlat ? "limits change along the scale" : "")),
  ]);
}

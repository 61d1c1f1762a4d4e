import { type CalibrationCurve, type CalibrationFinding, FEWEST_CELLS_FOR_A_POINT } from "../findings/calibration.ts";
import { TOO_FEW } from "../words.ts";
import { dimensionTable, type FindingTable, rowsOf } from "./finding-table.ts";
import { type Named, withPooled } from "./pooled.ts";
import { countColumn, estimateColumns, numberColumn, POINTS, wordColumn } from "./table-columns.ts";

type CalibrationPart = Pick<CalibrationFinding, "confidence" | "byDimension">;

/** Mean of people at each score of the judge, with both fits there. */
export function calibrationTable({ confidence, byDimension }: CalibrationPart): FindingTable {
  const rows = rowsOf(byDimension, ({ policies, pooled }) =>
    withPooled(policies, pooled).flatMap(({ name, one }) => one.points.map((point) => ({ name, one, ...point }))),
  );
  const head = { name: "calibration", title: "People’s mean at each score of the judge" };
  return dimensionTable(head, rows, (row) => `${row.dimension} ${row.name} ${row.judge}`, [
    wordColumn("policy", "Policy", (row) => row.name),
    numberColumn("judge", "Judge", (row) => row.judge, { ...POINTS, decimals: null }),
    estimateColumns("human", "People, mean", confidence, (row) => row.human, { ...POINTS, counts: "shown" }),
    numberColumn("isotonic", "Isotonic fit", ({ one, judge }) => isotonicAt(one, judge), POINTS),
    numberColumn("linear", "Linear fit", ({ one, judge }) => linearAt(one, judge), POINTS),
    wordColumn("remark", "Remark", ({ human }) => (human.n < FEWEST_CELLS_FOR_A_POINT ? TOO_FEW : "")),
  ]);
}

function isotonicAt({ isotonic }: CalibrationCurve, judge: number): number | null {
  return isotonic.find((knot) => knot.judge === judge)?.human ?? null;
}

function linearAt({ linear }: CalibrationCurve, judge: number): number | null {
  return linear && linear.intercept + linear.slope * judge;
}

/** How far predicted scores lie from people's, leaving out one cluster at a time. */
export function calibrationErrors({ confidence, byDimension }: CalibrationPart): FindingTable {
  type Row = Named<CalibrationCurve> & { dimension: string };
  const rows: Row[] = rowsOf(byDimension, ({ policies, pooled }) => withPooled(policies, pooled));
  const head = { name: "calibration-errors", title: "Errors of calibration" };
  return dimensionTable(head, rows, ({ dimension, name }) => `${dimension} ${name}`, [
    wordColumn("policy", "Policy", ({ name }) => name),
    countColumn("cells", "Cells", ({ one }) => one.cells, { unit: "cells" }),
    countColumn("clusters", "Clusters", ({ one }) => one.clusters, { unit: "clusters" }),
    numberColumn("error_as_is", "Judge as it is", ({ one }) => one.errors.asIs, POINTS),
    numberColumn("error_isotonic", "Isotonic", ({ one }) => one.errors.isotonic, POINTS),
    numberColumn("error_linear", "Linear", ({ one }) => one.errors.linear, POINTS),
    numberColumn("calibration_error", "Calibration error", ({ one }) => one.calibrationError, POINTS),
    estimateColumns("slope", "Slope", confidence, ({ one }) => one.slope, { unit: "points per point" }),
  ]);
}

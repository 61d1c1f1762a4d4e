import type { ChartCell, ChartTableData } from "#components/charts/figure/chart-table.tsx";
import { type Hue, policyHue } from "#components/charts/hues.ts";
import type { Guide, LineSeries } from "#components/charts/line-plot-types.ts";
import { formatInteger, formatNumber } from "#components/ui/format.ts";
import type { AllocationRow, DimensionPlan, PlannerCurve } from "#lib/domain/analysis/findings/planner.ts";
import { countCell } from "../frame/figure-cells.ts";
import { cellColumn, countColumn, numberColumn, twinTable, wordColumn } from "../frame/twin-table.ts";
import { bandWords } from "./planner-words.ts";

/** What each kind of curve is about. */
export const CURVE_WORDS: Record<PlannerCurve["kind"], string> = {
  bias: "Bias of the judge",
  difference: "Difference from the base",
  "debiased-mean": "Debiased score",
};

/** The curves of one kind together: measured points, the projection with its band. */
export function plannerSeries(curves: readonly PlannerCurve[]): LineSeries[] {
  return curves.flatMap((curve) => {
    const hue: Hue = policyHue(curve.policy.colour);
    const name = curve.policy.label;
    const projected: LineSeries = {
      key: `${name} projected`,
      hue,
      shape: null,
      line: "straight",
      uncertainty: "band",
      isDashed: true,
      isThin: true,
      points: curve.projected.map(({ clusters, halfWidth, low, high }) => ({
        x: clusters,
        y: halfWidth,
        interval: [low, high],
        text: "",
      })),
    };
    const measured: LineSeries = {
      key: `${name} measured`,
      hue,
      shape: "circle",
      line: "straight",
      uncertainty: "none",
      points: curve.measured.map(({ clusters, halfWidth }) => ({
        x: clusters,
        y: halfWidth,
        interval: null,
        radius: 3,
        text: `${name}: ±${formatNumber(halfWidth)} with ${formatInteger(clusters)} ${curve.noun[1]}`,
      })),
    };
    return [projected, measured];
  });
}

/** The target across, and where each curve meets it; the last one is written, as neighbours would cover each other. */
export function plannerGuides(curves: readonly PlannerCurve[], target: number): Guide[] {
  const last = Math.max(0, ...curves.map((curve) => curve.needed ?? 0));
  const met = curves.flatMap((curve) =>
    curve.needed === null || curve.needed <= curve.have
      ? []
      : [
          {
            key: `met ${curve.policy.label}`,
            along: "y" as const,
            at: curve.needed,
            text: curve.needed === last ? formatInteger(curve.needed) : "",
            hue: policyHue(curve.policy.colour),
            isDashed: true,
          },
        ],
  );
  return [{ key: "target", along: "x", at: target, text: `aim ±${formatNumber(target)}`, hue: "ink" }, ...met];
}

/** The ends of both axes: every cluster that is planned for, and the widest interval that a reader needs to see. */
export function plannerDomains(curves: readonly PlannerCurve[], target: number): { x: number; y: number } {
  const clusters = curves.flatMap((curve) => [
    curve.have,
    ...curve.measured.map((point) => point.clusters),
    ...curve.projected.map((point) => point.clusters),
  ]);
  const widths = curves.flatMap((curve) => [
    ...curve.measured.map((point) => point.halfWidth),
    ...curve.projected.map((point) => point.high),
  ]);
  return { x: Math.max(10, ...clusters), y: Math.ceil(Math.min(Math.max(target * 2, ...widths), target * 8)) };
}

/** What is there, what is needed, per curve. */
export function plannerTable(plan: DimensionPlan): ChartTableData {
  return twinTable(plan.curves, (curve) => `${curve.kind} ${curve.policy.label}`, [
    wordColumn("quantity", "Interval of", (curve) => CURVE_WORDS[curve.kind]),
    wordColumn("policy", "Policy", (curve) => curve.policy.label),
    wordColumn("clusters", "Counted in", (curve) => curve.noun[1]),
    countColumn("have", "Have", (curve) => curve.have),
    cellColumn("needed", "Needed", ({ needed }) => reachCell(needed)),
    cellColumn("needed_at_most", "Needed if the spread is at its upper limit", ({ neededAtMost }) =>
      reachCell(neededAtMost),
    ),
    numberColumn("half_width", "Half-width now", (curve) => curve.measured.at(-1)?.halfWidth ?? null),
  ]);
}

/** A number of clusters that a plan needs; words where none is enough. */
export function reachCell(needed: number | null): ChartCell {
  return needed === null ? { text: "out of reach", value: null } : countCell(needed);
}

/** Where people should rate next. */
export function allocationTable(plan: DimensionPlan): ChartTableData {
  return twinTable(plan.allocation, (row) => `${policiesOf(row)} ${row.band.from}`, [
    wordColumn("policy", "Policy", policiesOf),
    wordColumn("judge_band", "Judge’s score", (row) => bandWords(row.band)),
    countColumn("available", "Rated by the judge", (row) => row.available),
    countColumn("have", "Have", (row) => row.have),
    countColumn("want", "Want", (row) => row.want),
    countColumn("next", "Next", (row) => row.next),
    numberColumn("inclusion_probability", "Inclusion probability", (row) => row.inclusionProbability, { decimals: 3 }),
  ]);
}

/** The policies of a stratum in words; two where its items have agents of both. */
function policiesOf({ policies }: AllocationRow): string {
  return policies.map(({ label }) => label).join(" with ");
}

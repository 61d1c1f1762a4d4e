import { type Hue, policyHue } from "#components/charts/hues.ts";
import type { Guide, LineSeries } from "#components/charts/line-plot-types.ts";
import { formatInteger, formatNumber } from "#components/ui/format.ts";
import type { PlannerCurve } from "#lib/domain/analysis/findings/planner.ts";

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

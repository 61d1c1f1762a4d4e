import { type Hue, policyHue } from "#components/charts/hues.ts";
import type { LineSeries } from "#components/charts/line-plot-types.ts";
import { formatTick } from "#components/charts/number-text.ts";
import { plural } from "#components/ui/format.ts";
import {
  type CalibrationCurve,
  type CalibrationPoint,
  type DimensionCalibration,
  FEWEST_CELLS_FOR_A_POINT,
} from "#lib/domain/analysis/findings/calibration.ts";
import type { Histogram } from "#lib/domain/analysis/findings/common.ts";
import { listInWords } from "#lib/domain/analysis/words.ts";
import { estimateText, numberText } from "../frame/figure-cells.ts";

/** The curves of one panel: the pooled one behind, the policy's points, its isotonic and, on request, its straight fit. */
export function calibrationSeries(
  part: DimensionCalibration,
  curve: CalibrationCurve,
  hue: Hue,
  { hasLinear }: { hasLinear: boolean },
): LineSeries[] {
  const largest = Math.max(1, ...part.pooled.points.map((point) => point.human.n));
  const isPooled = curve === part.pooled;
  return [
    ...(isPooled ? [] : [isotonicLine("pooled", part.pooled, "quiet")]),
    isotonicLine("isotonic", curve, hue),
    ...(hasLinear && curve.linear ? [straightLine(part, curve.linear, hue)] : []),
    pointSeries(curve.points, largest, hue),
  ];
}

function isotonicLine(key: string, curve: CalibrationCurve, hue: Hue): LineSeries {
  const points = curve.isotonic.map(({ judge, human }) => ({ x: judge, y: human, interval: null, text: "" }));
  return { key, hue, shape: null, line: "step", uncertainty: "none", isThin: key === "pooled", points };
}

function straightLine(part: DimensionCalibration, linear: { intercept: number; slope: number }, hue: Hue): LineSeries {
  const { min, max } = part.dimension;
  const points = [min, max].map((x) => ({ x, y: linear.intercept + linear.slope * x, interval: null, text: "" }));
  return {
    key: "linear",
    hue,
    shape: null,
    line: "straight",
    uncertainty: "none",
    isDashed: true,
    isThin: true,
    points,
  };
}

function pointSeries(points: readonly CalibrationPoint[], largest: number, hue: Hue): LineSeries {
  return {
    key: "points",
    hue,
    shape: "circle",
    line: "none",
    uncertainty: "whiskers",
    points: points.flatMap(({ judge, human }) =>
      human.value === null
        ? []
        : [
            {
              x: judge,
              y: human.value,
              interval: human.interval,
              radius: 3 + 6 * Math.sqrt(human.n / largest),
              isHollow: human.n < FEWEST_CELLS_FOR_A_POINT,
              text: `Judge ${formatTick(judge)}: people ${estimateText(human)}, ${plural(human.n, "cell")}`,
            },
          ],
    ),
  };
}

/** A histogram as bars at the values of the scale. */
export function rugOf(histogram: Histogram): { x: number; count: number }[] {
  return histogram.counts
    .map((count, index) => ({ x: histogram.from + index * histogram.step, count }))
    .filter(({ count }) => count > 0);
}

/** The hue of each panel. */
export function curveHue(place: number): Hue {
  return policyHue(place);
}

/** What one score of the judge means for the base and for the last policy, in words; null where it is not known. */
export function meaningSentence(part: DimensionCalibration): string | null {
  const scores = part.policies.flatMap((curve) =>
    curve.points.filter((point) => point.human.n >= FEWEST_CELLS_FOR_A_POINT),
  );
  const score = mostFrequent(scores.map((point) => point.judge));
  if (score === null) return null;
  const meanings = part.policies.flatMap((curve) => {
    const point = curve.points.find(({ judge, human }) => judge === score && human.n >= FEWEST_CELLS_FOR_A_POINT);
    return point && point.human.value !== null
      ? [`${numberText(point.human.value, { decimals: 1 })} for ${curve.policy.label}`]
      : [];
  });
  if (meanings.length === 0) return null;
  return `A ${formatTick(score)} from the judge means ${listInWords(meanings)} in people’s points.`;
}

function mostFrequent(values: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const best = [...counts].filter(([, count]) => count === most).map(([value]) => value);
  return best.length > 0 ? Math.max(...best) : null;
}

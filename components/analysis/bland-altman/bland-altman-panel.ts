import type { Hue } from "#components/charts/hues.ts";
import type { Guide, LineSeries } from "#components/charts/line-plot-types.ts";
import { plural } from "#components/ui/format.ts";
import type { AnalysisDimension } from "#lib/domain/analysis/columns.ts";
import type { BlandAltmanFacet, DifferenceTrend } from "#lib/domain/analysis/findings/bland-altman.ts";
import { estimateText, numberText } from "../frame/figure-cells.ts";

const SIGNED = { isSigned: true };

/** Every difference that this scale allows, as the axis: 0..10 gives [−10, 10]. */
export function differenceAxis({ min, max }: Pick<AnalysisDimension, "min" | "max">): [number, number] {
  return [min - max, max - min];
}

/** Bias and limits as lines across the panel. Where the difference has a trend, its band replaces both. */
export function panelGuides(facet: BlandAltmanFacet): Guide[] {
  if (facet.bias.value === null || facet.trend?.isNotFlat) return [];
  const limits = [facet.upper, facet.lower].flatMap((limit, index) =>
    limit
      ? [
          {
            key: index === 0 ? "upper" : "lower",
            along: "x" as const,
            at: limit.value,
            band: limit.interval,
            text: numberText(limit.value, { isSigned: true, decimals: 1 }),
            hue: "quiet" as const,
            isDashed: true,
            isNamedBeside: true,
          },
        ]
      : [],
  );
  const bias: Guide = {
    key: "bias",
    along: "x",
    at: facet.bias.value,
    band: facet.bias.interval,
    text: `bias ${numberText(facet.bias.value, SIGNED)}`,
    hue: "ink",
    isNamedBeside: true,
  };
  return [bias, ...limits];
}

/** The line of the trend with its band, where differences grow or shrink along the scale. */
export function panelTrend(trend: DifferenceTrend | null, hue: Hue): LineSeries[] {
  if (!trend?.isNotFlat) return [];
  return [
    {
      key: "trend",
      hue,
      shape: null,
      line: "straight",
      uncertainty: "band",
      points: trend.band.map(({ mean, line, low, high }) => ({ x: mean, y: line, interval: [low, high], text: "" })),
    },
  ];
}

/** What the panel says, in a sentence. */
export function panelSentence(name: string, facet: BlandAltmanFacet): string {
  if (facet.bias.value === null) return `${name}: ${estimateText(facet.bias)}`;
  const bias = `${name}: on average ${estimateText(facet.bias, SIGNED)}`;
  if (facet.trend?.isNotFlat)
    return `${bias}; it changes along the scale by ${estimateText(facet.trend.slope, SIGNED)} per point.`;
  if (!facet.lower || !facet.upper) return `${bias} (${plural(facet.cells, "cell")}).`;
  const [low, high] = [facet.lower, facet.upper].map((limit) =>
    numberText(limit.value, { isSigned: true, decimals: 1 }),
  );
  return `${bias}, but for one cell between ${low} and ${high}.`;
}

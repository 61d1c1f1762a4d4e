"use client";
import { dotRadius } from "#components/charts/dot-plot-layout.ts";
import { ChartFigure, LegendEntry } from "#components/charts/figure/chart-figure.tsx";
import { LinePlot } from "#components/charts/line-plot.tsx";
import type { Gap, LineSeries } from "#components/charts/line-plot-types.ts";
import { KeyMark } from "#components/charts/marks.tsx";
import { fitted, labelWidth } from "#components/charts/number-text.ts";
import { ticksBetween } from "#components/charts/ticks.ts";
import { glued } from "#components/ui/glued.ts";
import type { DimensionLines, LinesFinding } from "#lib/domain/analysis/findings/lines.ts";
import { linesTable } from "#lib/domain/analysis/tables/lines.ts";
import { splitByCells } from "../frame/common-cells.ts";
import { estimateText, numberText } from "../frame/figure-cells.ts";
import { MissingNote } from "../frame/missing-note.tsx";
import { shownTable } from "../frame/shown-table.ts";
import { ViewFrame } from "../frame/view-frame.tsx";
import { captionOf, figureName, intervalWords, scaleWords } from "../frame/view-words.ts";

/** The published line chart: the mean of judge and people along the policies, with the gap between them. */
export function LinesView({ finding }: { finding: LinesFinding }) {
  return (
    <ViewFrame view="lines" finding={finding} parts={finding.byDimension}>
      {(part) => <LinesFigure finding={finding} part={part} />}
    </ViewFrame>
  );
}

function LinesFigure({ finding, part: whole }: { finding: LinesFinding; part: DimensionLines }) {
  const { dimension } = whole;
  const { drawn, missing } = splitByCells(whole.points.map((point) => ({ ...point, cells: point.gap.n })));
  const note = <MissingNote dimension={dimension} missing={missing} drawn={drawn.length} />;
  if (drawn.length === 0) return note;
  const part: DimensionLines = { dimension, points: drawn };
  const excluded = excludedMeansSentence(part);
  return (
    <>
      <LinesChart finding={finding} part={part} />
      {note}
      {excluded ? <p className="max-w-[80ch] text-sm text-ink-2">{glued(excluded)}</p> : null}
    </>
  );
}

function LinesChart({ finding, part }: { finding: LinesFinding; part: DimensionLines }) {
  const { dimension, points } = part;
  const title = `${dimension.name}: judge and people along the policies`;
  return (
    <ChartFigure
      title={title}
      about={
        <>
          Means over the cells that both rated, on the scale from {scaleWords(dimension)}. {dimension.direction}{" "}
          {intervalWords(finding)}. The gap is judge − people; the area of a mark is the number of cells.
        </>
      }
      caption={captionOf(finding, dimension)}
      table={() => shownTable(linesTable(finding), dimension.key)}
      fileName={figureName("lines", dimension)}
      legend={
        <>
          <LegendEntry mark={<KeyMark shape="square" hue="judge" />}>judge</LegendEntry>
          <LegendEntry mark={<KeyMark shape="circle" hue="human" />}>people</LegendEntry>
          {points.length > 4 ? (
            <ol className="flex w-full list-inside list-decimal flex-wrap gap-x-4 sm:hidden">
              {points.map((point) => (
                <li key={point.policy.label}>{point.policy.label}</li>
              ))}
            </ol>
          ) : null}
        </>
      }
    >
      <LinePlot
        label={`${title}. The table holds the numbers.`}
        height={380}
        x={{
          domain: [-0.5, Math.max(0.5, points.length - 0.5)],
          ticks: points.map((_, index) => index),
          format: (index, room) =>
            placeNames(
              points.map(({ policy }) => policy.label),
              room,
            )[index] ?? "",
        }}
        y={{
          domain: [dimension.min, dimension.max],
          ticks: ticksBetween(dimension.min, dimension.max, 11),
          label: `mean ${dimension.name.toLowerCase()}`,
        }}
        series={[seriesOf(part, "judge"), seriesOf(part, "human")]}
        gaps={gapsOf(part)}
      />
    </ChartFigure>
  );
}

/** What stands under each place: the names of the policies, or numbers for all where the room does not hold them. */
function placeNames(labels: readonly string[], room: number): string[] {
  const width = room - 2;
  const isNumbered = room < 60 && labels.some((label) => labelWidth(label) > width);
  return labels.map((label, index) => (isNumbered ? String(index + 1) : fitted(label, width)));
}

function seriesOf(part: DimensionLines, side: "judge" | "human"): LineSeries {
  const most = Math.max(1, ...part.points.map(({ gap }) => gap.n));
  return {
    key: side,
    hue: side,
    shape: side === "judge" ? "square" : "circle",
    line: "straight",
    uncertainty: "whiskers",
    points: part.points.flatMap((point, index) => {
      const estimate = point[side];
      if (estimate.value === null) return [];
      const text = `${point.policy.label}, ${side === "judge" ? "judge" : "people"}: ${estimateText(estimate)}`;
      const x = index + (side === "judge" ? -0.03 : 0.03);
      return [{ x, y: estimate.value, interval: estimate.interval, radius: dotRadius(estimate.n / most), text }];
    }),
  };
}

function gapsOf(part: DimensionLines): Gap[] {
  return part.points.flatMap(({ judge, human, gap }, x) => {
    if (judge.value === null || human.value === null || gap.value === null) return [];
    const above = Math.max(
      judge.value,
      human.value,
      judge.interval?.[1] ?? judge.value,
      human.interval?.[1] ?? human.value,
    );
    const shortText = numberText(gap.value, { isSigned: true });
    return [{ x, from: human.value, to: judge.value, above, text: `gap ${shortText}`, shortText }];
  });
}

/** How the means change when excluded ratings are counted; null where none are excluded. */
function excludedMeansSentence({ points }: DimensionLines): string | null {
  const parts = points.flatMap(({ policy, withExcluded }) =>
    withExcluded && withExcluded.human.value !== null
      ? [
          `${policy.label} people ${numberText(withExcluded.human.value)}, gap ${estimateText(withExcluded.gap, SIGNED)}`,
        ]
      : [],
  );
  return parts.length === 0 ? null : `With excluded raters counted: ${parts.join("; ")}.`;
}

const SIGNED = { isSigned: true };

"use client";
import { ChartFigure, LegendEntry } from "#components/charts/figure/chart-figure.tsx";
import { policyHue } from "#components/charts/hues.ts";
import { LinePlot } from "#components/charts/line-plot.tsx";
import { KeyLine, KeyMark } from "#components/charts/marks.tsx";
import { formatTick } from "#components/charts/number-text.ts";
import { SmallMultiples } from "#components/charts/small-multiples.tsx";
import { ticksBetween } from "#components/charts/ticks.ts";
import type {
  BlandAltmanFacet,
  BlandAltmanFinding,
  DimensionBlandAltman,
} from "#lib/domain/analysis/findings/bland-altman.ts";
import { blandAltmanTable } from "#lib/domain/analysis/tables/bland-altman.ts";
import { splitByCells } from "../frame/common-cells.ts";
import { MissingNote } from "../frame/missing-note.tsx";
import { shownTable } from "../frame/shown-table.ts";
import { ViewFrame } from "../frame/view-frame.tsx";
import { captionOf, figureName, intervalWords, sideWords } from "../frame/view-words.ts";
import { differenceAxis, panelGuides, panelSentence, panelTrend } from "./bland-altman-panel.ts";

/** View 5: how far one score can be off, not only the mean. */
export function BlandAltmanView({ finding }: { finding: BlandAltmanFinding }) {
  return (
    <ViewFrame view="bland-altman" finding={finding} parts={finding.byDimension}>
      {(part) => <BlandAltmanFigure finding={finding} part={part} />}
    </ViewFrame>
  );
}

function BlandAltmanFigure({ finding, part }: { finding: BlandAltmanFinding; part: DimensionBlandAltman }) {
  const { dimension } = part;
  const [below, above] = sideWords(dimension);
  const { drawn, missing } = splitByCells(part.facets);
  const note = <MissingNote dimension={dimension} missing={missing} drawn={drawn.length} />;
  if (drawn.length === 0) return note;
  const fullCount = Math.max(1, ...part.facets.flatMap((facet) => facet.bubbles.map((bubble) => bubble.count)));
  const title = `${dimension.name}: difference against mean`;
  return (
    <>
      <ChartFigure
        title={title}
        about={
          <>
            Each dot is one pair of values, its area the number of cells. Above 0: {above}; below: {below}.{" "}
            {intervalWords(finding)}.
          </>
        }
        caption={captionOf(finding, dimension)}
        table={() => shownTable(blandAltmanTable(finding), dimension.key)}
        fileName={figureName("bland-altman", dimension)}
        legend={
          <>
            <LegendEntry mark={<KeyMark shape="circle" hue="quiet" />}>cells</LegendEntry>
            <LegendEntry mark={<KeyLine hue="ink" />}>mean difference with its interval</LegendEntry>
            <LegendEntry mark={<KeyLine hue="quiet" isDashed />}>
              limits between which 95 % of single cells lie
            </LegendEntry>
          </>
        }
      >
        <SmallMultiples>
          {drawn.map((facet) => (
            <Panel key={facet.policy.label} part={part} facet={facet} fullCount={fullCount} />
          ))}
        </SmallMultiples>
      </ChartFigure>
      {note}
      <ul className="flex max-w-[80ch] flex-col gap-1 text-sm text-ink-2">
        {drawn.map((facet) => (
          <li key={facet.policy.label}>{panelSentence(facet.policy.label, facet)}</li>
        ))}
      </ul>
    </>
  );
}

type PanelProps = {
  part: DimensionBlandAltman;
  facet: BlandAltmanFacet & DimensionBlandAltman["facets"][number];
  fullCount: number;
};

function Panel({ part, facet, fullCount }: PanelProps) {
  const { min, max } = part.dimension;
  const [low, high] = differenceAxis(part.dimension);
  const hue = policyHue(facet.policy.colour);
  return (
    <LinePlot
      title={facet.policy.label}
      label={panelSentence(facet.policy.label, facet)}
      height={320}
      x={{ domain: [min, max], ticks: ticksBetween(min, max, 6), label: "mean of judge and people" }}
      y={{
        domain: [low, high],
        ticks: ticksBetween(low, high, 9),
        format: (value) => formatTick(value, true),
        label: "judge − people",
      }}
      bubbles={facet.bubbles.map(({ mean, difference, count }) => ({ x: mean, y: difference, count }))}
      bubbleHue={hue}
      fullCount={fullCount}
      guides={panelGuides(facet)}
      series={panelTrend(facet.trend, "ink")}
    />
  );
}

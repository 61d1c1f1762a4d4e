"use client";
import { ChartFigure, LegendEntry } from "#components/charts/figure/chart-figure.tsx";
import { IntervalDotPlot } from "#components/charts/interval-dot-plot.tsx";
import { KeyMark } from "#components/charts/marks.tsx";
import { formatTick } from "#components/charts/number-text.ts";
import { differenceDomain, ticksBetween } from "#components/charts/ticks.ts";
import { glued } from "#components/ui/glued.ts";
import type { BiasFinding, DimensionBias } from "#lib/domain/analysis/findings/bias.ts";
import { biasTable, differenceTable } from "#lib/domain/analysis/tables/bias.ts";
import { FoldedTable } from "../frame/folded-table.tsx";
import { shownTable } from "../frame/shown-table.ts";
import { ViewFrame } from "../frame/view-frame.tsx";
import { captionOf, figureName, fileNameOf, intervalWords, scaleWords } from "../frame/view-words.ts";
import { biasGroups, biasHeads, biasValues } from "./bias-rows.ts";
import { biasSentences } from "./bias-sentences.ts";

/** View 1: the bias of the judge by policy, and how much more of it each policy gets than the base. */
export function BiasView({ finding }: { finding: BiasFinding }) {
  return (
    <ViewFrame view="bias" finding={finding} parts={finding.byDimension}>
      {(part) => <BiasFigure finding={finding} part={part} />}
    </ViewFrame>
  );
}

type FigureProps = { finding: BiasFinding; part: DimensionBias };

function BiasFigure({ finding, part }: FigureProps) {
  const { dimension } = part;
  const domain = differenceDomain(dimension, biasValues(part));
  const title = `${dimension.name}: judge minus people, by policy`;
  const remarks = biasSentences(part, finding.clusters.noun);
  return (
    <>
      <ChartFigure
        title={title}
        about={<AboutBias finding={finding} part={part} />}
        caption={captionOf(finding, dimension)}
        table={() => shownTable(biasTable(finding), dimension.key)}
        fileName={figureName("bias", dimension)}
        legend={part.differences.length > 0 ? <AdjustedLegend /> : null}
      >
        <IntervalDotPlot
          label={`${title}. The table holds the numbers.`}
          groups={biasGroups(part, finding.isExploratory)}
          heads={biasHeads(finding.isExploratory)}
          x={{ domain, ticks: ticksBetween(domain[0], domain[1], 9), format: (value) => formatTick(value, true) }}
          reference={0}
        />
      </ChartFigure>
      {remarks.map((remark) => (
        <p key={remark} className="max-w-[80ch] text-sm text-ink-2">
          {glued(remark)}
        </p>
      ))}
      {part.differences.length > 0 ? (
        <FoldedTable
          title="The comparisons with the base as a table"
          label={`${dimension.name}: comparisons with the base`}
          table={() => shownTable(differenceTable(finding), dimension.key)}
          caption={captionOf(finding, dimension)}
          fileName={fileNameOf("bias-differences", dimension.key)}
        />
      ) : null}
    </>
  );
}

function AboutBias({ finding, part: { dimension, family, differences } }: FigureProps) {
  return (
    <>
      Mean of judge − people in points; the scale runs from {scaleWords(dimension)}. {dimension.direction}{" "}
      {intervalWords(finding)} (CR2); the area of a dot is the number of cells. {family}
      {differences.length > 0
        ? " Below the line: the difference in differences. The hollow dot lets the judge stretch or squeeze the scale for everybody alike (its slope corrected for the noise of people); what is near 0 there may be nothing but that."
        : ""}
    </>
  );
}

function AdjustedLegend() {
  return (
    <>
      <LegendEntry mark={<KeyMark shape="circle" hue="ink" />}>as measured</LegendEntry>
      <LegendEntry mark={<KeyMark shape="circle" hue="ink" isHollow />}>
        adjusted for the judge’s slope, with its interval
      </LegendEntry>
    </>
  );
}

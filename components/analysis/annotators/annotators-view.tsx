"use client";
import { ChartFigure } from "#components/charts/figure/chart-figure.tsx";
import { IntervalDotPlot } from "#components/charts/interval-dot-plot.tsx";
import { formatTick } from "#components/charts/number-text.ts";
import { differenceDomain, ticksBetween } from "#components/charts/ticks.ts";
import { formatPercent, plural } from "#components/ui/format.ts";
import type { AnnotatorsFinding, DimensionAnnotators } from "#lib/domain/analysis/findings/annotators.ts";
import { annotatorTable } from "#lib/domain/analysis/tables/annotators.ts";
import { useFirstRows } from "../frame/first-rows.tsx";
import { shownTable } from "../frame/shown-table.ts";
import { ViewFrame } from "../frame/view-frame.tsx";
import { captionOf, figureName, intervalWords } from "../frame/view-words.ts";
import { AltTestPanel } from "./alt-test-panel.tsx";
import { ANNOTATOR_HEADS, annotatorRows } from "./annotator-rows.ts";
import { FlagList } from "./flag-list.tsx";
import { RaterMatrix } from "./rater-matrix.tsx";

/** View 7: how each annotator rates beside the others, and whether the judge could stand in for one of them. */
export function AnnotatorsView({ finding }: { finding: AnnotatorsFinding }) {
  return (
    <ViewFrame view="annotators" finding={finding} parts={finding.byDimension}>
      {(part) => (
        <>
          <AnnotatorFigure finding={finding} part={part} />
          {finding.showsFlags ? <FlagList part={part} /> : null}
          <RaterMatrix part={part} />
          <AltTestPanel
            test={finding.altTest}
            dimension={part.dimension}
            confidence={finding.confidence}
            noun={finding.clusters.noun}
            caption={captionOf(finding, part.dimension)}
          />
        </>
      )}
    </ViewFrame>
  );
}

function AnnotatorFigure({ finding, part }: { finding: AnnotatorsFinding; part: DimensionAnnotators }) {
  const { dimension } = part;
  const positions =
    part.positions > 0
      ? `${plural(part.positions, "rater")} of files are places in a list and not people, so nothing is said about them.`
      : "";
  if (part.rows.length === 0)
    return (
      <p className="text-sm text-ink-2">
        Nobody can be compared with others on {dimension.name.toLowerCase()}. {positions}
      </p>
    );
  const title = `${dimension.name}: each annotator against the others`;
  return (
    <ChartFigure
      title={title}
      about={
        <>
          Mean difference from the other people on the same cells, in points. {intervalWords(finding)}; the area of a
          dot is the number of shared cells. Leniency (above 0: higher scores) is estimated for all together; distance
          is the mean size of the difference. A dash in place of an interval: it would be wider than the scale, from too
          few shared cells. {part.groupSentence}
          {part.raterShare === null
            ? ""
            : ` Of all that makes ratings differ – items, annotators and the rest – ${formatPercent(part.raterShare)} lies between annotators.`}
          {part.rows.some((row) => row.isLeftOut)
            ? " Who is left out stands last with a hollow dot, compared with everybody; the others are compared without them."
            : ""}
          {positions ? ` ${positions}` : ""}
        </>
      }
      caption={captionOf(finding, dimension)}
      table={() => shownTable(annotatorTable(finding), dimension.key)}
      fileName={figureName("annotators", dimension)}
    >
      <AnnotatorPlot part={part} label={`${title}. The table holds the numbers.`} />
    </ChartFigure>
  );
}

function AnnotatorPlot({ part, label }: { part: DimensionAnnotators; label: string }) {
  const { shown, more } = useFirstRows(part.rows, "annotators");
  const values = part.rows.flatMap((row) => [row.leaveOneOutBias.value ?? 0, ...(row.leaveOneOutBias.interval ?? [])]);
  const domain = differenceDomain(part.dimension, values);
  return (
    <>
      <IntervalDotPlot
        label={label}
        groups={[{ key: "annotators", heading: null, rows: annotatorRows(part, shown) }]}
        heads={ANNOTATOR_HEADS}
        x={{ domain, ticks: ticksBetween(domain[0], domain[1], 9), format: (value) => formatTick(value, true) }}
        reference={0}
        sides={["lower than others", "higher than others"]}
      />
      {more}
    </>
  );
}

"use client";
import { useId, useState } from "react";
import { ChartFigure, LegendEntry } from "#components/charts/figure/chart-figure.tsx";
import { ChartTable } from "#components/charts/figure/chart-table.tsx";
import { SaveTableButton } from "#components/charts/figure/save-table-button.tsx";
import type { Hue } from "#components/charts/hues.ts";
import { LinePlot } from "#components/charts/line-plot.tsx";
import { KeyLine, KeyMark } from "#components/charts/marks.tsx";
import { SmallMultiples } from "#components/charts/small-multiples.tsx";
import { ticksBetween } from "#components/charts/ticks.ts";
import { Checkbox } from "#components/ui/field.tsx";
import { glued } from "#components/ui/glued.ts";
import type {
  CalibrationCurve,
  CalibrationFinding,
  DimensionCalibration,
} from "#lib/domain/analysis/findings/calibration.ts";
import { calibrationErrors, calibrationTable } from "#lib/domain/analysis/tables/calibration.ts";
import { splitByCells } from "../frame/common-cells.ts";
import { MissingNote } from "../frame/missing-note.tsx";
import { shownTable } from "../frame/shown-table.ts";
import { ViewFrame } from "../frame/view-frame.tsx";
import { captionOf, figureName, fileNameOf, intervalWords, scaleWords } from "../frame/view-words.ts";
import { calibrationSeries, curveHue, meaningSentence, rugOf } from "./calibration-lines.ts";

/** View 4: what a score of the judge means in people's points, per policy. */
export function CalibrationView({ finding }: { finding: CalibrationFinding }) {
  return (
    <ViewFrame view="calibration" finding={finding} parts={finding.byDimension}>
      {(part) => <CalibrationFigure finding={finding} part={part} />}
    </ViewFrame>
  );
}

type FigureProps = { finding: CalibrationFinding; part: DimensionCalibration };

function CalibrationFigure({ finding, part }: FigureProps) {
  const { dimension } = part;
  const { drawn, missing } = splitByCells(part.policies);
  const note = <MissingNote dimension={dimension} missing={missing} drawn={drawn.length} />;
  if (drawn.length === 0) return note;
  const meaning = meaningSentence(part);
  return (
    <>
      {meaning ? <p className="max-w-[70ch] font-text text-xl">{glued(meaning)}</p> : null}
      <CalibrationChart finding={finding} part={part} drawn={drawn} />
      {note}
      <CalibrationErrors finding={finding} part={part} />
    </>
  );
}

function CalibrationChart({ finding, part, drawn }: FigureProps & { drawn: DimensionCalibration["policies"] }) {
  const id = useId();
  const [hasLinear, setLinear] = useState(false);
  const { dimension } = part;
  return (
    <ChartFigure
      title={`${dimension.name}: people’s mean at each score of the judge`}
      about={
        <>
          On the dashed diagonal the judge is right on average; a flat curve tells nothing. The scale runs from{" "}
          {scaleWords(dimension)}. {dimension.direction} {intervalWords(finding)}. The area of a dot is the number of
          cells; hollow below 5. Bars at the foot: how often the judge gives the score.
        </>
      }
      caption={captionOf(finding, dimension)}
      table={() => shownTable(calibrationTable(finding), dimension.key)}
      fileName={figureName("calibration", dimension)}
      controls={
        <Checkbox
          id={`${id}-linear`}
          label="Linear fit as well"
          checked={hasLinear}
          onChange={(event) => setLinear(event.target.checked)}
        />
      }
      legend={<CalibrationLegend hasLinear={hasLinear} />}
    >
      <SmallMultiples>
        {drawn.map((curve) => (
          <Panel
            key={curve.policy.label}
            part={part}
            curve={curve}
            name={curve.policy.label}
            hue={curveHue(curve.policy.colour)}
            hasLinear={hasLinear}
          />
        ))}
      </SmallMultiples>
    </ChartFigure>
  );
}

function CalibrationLegend({ hasLinear }: { hasLinear: boolean }) {
  return (
    <>
      <LegendEntry mark={<KeyMark shape="circle" hue="ink" />}>mean of people, in the colour of the policy</LegendEntry>
      <LegendEntry mark={<KeyLine hue="ink" />}>isotonic fit (steps)</LegendEntry>
      {hasLinear ? <LegendEntry mark={<KeyLine hue="ink" isDashed />}>linear fit</LegendEntry> : null}
      <LegendEntry mark={<KeyLine hue="quiet" />}>all policies pooled</LegendEntry>
    </>
  );
}

function CalibrationErrors({ finding, part: { dimension } }: FigureProps) {
  const id = useId();
  const errors = shownTable(calibrationErrors(finding), dimension.key);
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="text-lg">
        How far off a predicted score is
      </h3>
      <p className="mt-0.5 mb-2 max-w-[75ch] text-sm text-ink-2">
        Mean distance from people’s mean in points, each cluster predicted from the others. The slope says by how many
        points people’s mean rises per point of the judge: below 1 is expected even of a good judge whose scores are
        noisy, so it alone is no sign of exaggeration.
      </p>
      <ChartTable label="Errors of calibration" table={errors} />
      <SaveTableButton
        title={`${dimension.name}: errors of calibration`}
        caption={captionOf(finding, dimension)}
        table={() => errors}
        fileName={fileNameOf("calibration-errors", dimension.key)}
      />
    </section>
  );
}

type PanelProps = { part: DimensionCalibration; curve: CalibrationCurve; name: string; hue: Hue; hasLinear: boolean };

function Panel({ part, curve, name, hue, hasLinear }: PanelProps) {
  const { min, max } = part.dimension;
  const ticks = ticksBetween(min, max, 6);
  return (
    <LinePlot
      title={name}
      label={`${name}: mean of people at each score of the judge`}
      height={300}
      x={{ domain: [min, max], ticks, label: "judge" }}
      y={{ domain: [min, max], ticks, label: "people" }}
      hasDiagonal
      rug={rugOf(curve.judgeHistogram)}
      series={calibrationSeries(part, curve, hue, { hasLinear })}
    />
  );
}

"use client";
import { useId, useState } from "react";
import { ChartFigure, LegendEntry } from "#components/charts/figure/chart-figure.tsx";
import { useFigureSetting } from "#components/charts/figure/figure-setting.ts";
import { Lattice } from "#components/charts/lattice.tsx";
import type { LatticeCell } from "#components/charts/lattice-cells.ts";
import { KeyLine, KeyMark } from "#components/charts/marks.tsx";
import { SmallMultiples } from "#components/charts/small-multiples.tsx";
import { Checkbox } from "#components/ui/field.tsx";
import { CORRELATION_WORDS, hasCeiling } from "#lib/domain/analysis/correlation-words.ts";
import type { DimensionCalibration } from "#lib/domain/analysis/findings/calibration.ts";
import type { DimensionGrid, GridFacet, GridFinding } from "#lib/domain/analysis/findings/grid.ts";
import { facetName, gridTable, orderTable } from "#lib/domain/analysis/tables/grid.ts";
import { splitByCells } from "../frame/common-cells.ts";
import { CorrelationPicker, useChosenCorrelation } from "../frame/correlation-picker.tsx";
import { FoldedTable } from "../frame/folded-table.tsx";
import { MissingNote } from "../frame/missing-note.tsx";
import { shownTable } from "../frame/shown-table.ts";
import { ViewFrame } from "../frame/view-frame.tsx";
import { captionOf, figureName, fileNameOf, scaleWords } from "../frame/view-words.ts";
import { BinDrillDown } from "./bin-drill-down.tsx";
import { binKey, binWords, type ChosenBin, gridCells, gridScales, orderLine, orderWords } from "./grid-cells.ts";
import { ceilingSentences, roundingSentence } from "./grid-ranges.ts";
import { useCurves } from "./use-curves.ts";

type Props = { analysisId: string; finding: GridFinding };

/** View 3: how often each pair of scores occurs, per policy; a field leads to the episodes in it. */
export function GridView({ analysisId, finding }: Props) {
  return (
    <ViewFrame view="grid" finding={finding} parts={finding.byDimension}>
      {(part) => <GridFigure analysisId={analysisId} finding={finding} part={part} />}
    </ViewFrame>
  );
}

type FigureProps = Props & { part: DimensionGrid };

function GridFigure({ analysisId, finding, part }: FigureProps) {
  const isPage = useFigureSetting().purpose === "page";
  const id = useId();
  const correlation = useChosenCorrelation();
  const [isPooled, setPooled] = useState(false);
  const [hasCurve, setCurve] = useState(false);
  const { dimension } = part;
  const curves = useCurves(analysisId, dimension.key, hasCurve);
  const [kept, setKept] = useState<{ dimension: string; bin: ChosenBin } | null>(null);
  // A field belongs to its dimension; on another one nothing is chosen.
  const chosen = kept?.dimension === dimension.key ? kept.bin : null;
  const { drawn, missing } = splitByCells(part.facets);
  const note = <MissingNote dimension={dimension} missing={missing} drawn={drawn.length} />;
  if (drawn.length === 0) return note;
  const facets = isPooled ? [part.pooled] : drawn;
  const rounding = roundingSentence(part.facets);
  const { name, sign } = CORRELATION_WORDS[correlation];
  const title = `${dimension.name}: judge against people`;
  return (
    <>
      <ChartFigure
        title={title}
        about={
          <>
            Each field counts cells (one rated agent, or one item rated as a whole) with this score by the judge and
            this mean of people. On the dashed line both agree. The scale runs from {scaleWords(dimension)}.{" "}
            {dimension.direction} {isPage ? "Choose a field to see its episodes. " : ""}
            {sign} is the correlation inside the policy ({name})
            {hasCeiling(correlation) ? "; the ceiling is what a perfect judge could reach with these people" : ""}.{" "}
            {rounding}
          </>
        }
        caption={`${captionOf(finding, dimension)} ${rounding}`.trim()}
        table={() => shownTable(gridTable(finding), dimension.key)}
        fileName={figureName("grid", dimension)}
        controls={
          <div className="flex flex-wrap gap-x-6 gap-y-2">
            <Checkbox
              id={`${id}-pooled`}
              label="All policies pooled"
              help="Can look better, or the other way round, than any one policy."
              checked={isPooled}
              onChange={(event) => setPooled(event.target.checked)}
            />
            <Checkbox
              id={`${id}-curve`}
              label="Calibration curve over it"
              help={curves.problem ?? undefined}
              checked={hasCurve}
              onChange={(event) => setCurve(event.target.checked)}
            />
            <CorrelationPicker />
          </div>
        }
        legend={<GridLegend hasCurve={hasCurve} />}
      >
        <SmallMultiples>
          {facets.map((facet) => (
            <FacetLattice
              key={facetName(facet)}
              facet={facet}
              part={part}
              fullCount={Math.max(...facets.map(({ largestCount }) => largestCount))}
              overlay={hasCurve ? curveOf(facet, curves.value) : undefined}
              chosen={chosen}
              onChoose={(bin) => setKept({ dimension: dimension.key, bin })}
            />
          ))}
        </SmallMultiples>
      </ChartFigure>
      {isPooled ? null : note}
      {ceilingSentences(facets, facetName).map((sentence) => (
        <p key={sentence} className="max-w-[80ch] text-sm text-ink-2">
          {sentence}
        </p>
      ))}
      <FoldedTable
        title="The correlations as a table"
        label={`${dimension.name}: rank correlation of judge and people`}
        table={() => shownTable(orderTable(finding), dimension.key)}
        caption={captionOf(finding, dimension)}
        fileName={fileNameOf("judge-by-human-order", dimension.key)}
      />
      {chosen ? (
        <BinDrillDown analysisId={analysisId} dimension={dimension} chosen={chosen} onClose={() => setKept(null)} />
      ) : null}
    </>
  );
}

function GridLegend({ hasCurve }: { hasCurve: boolean }) {
  return (
    <>
      <LegendEntry mark={<KeyMark shape="square" hue="judge" />}>how often the judge gives each score</LegendEntry>
      <LegendEntry mark={<KeyMark shape="square" hue="human" />}>how often people do</LegendEntry>
      {hasCurve ? <LegendEntry mark={<KeyLine hue="curve" />}>calibration curve (isotonic)</LegendEntry> : null}
    </>
  );
}

type FacetProps = {
  facet: GridFacet;
  part: DimensionGrid;
  fullCount: number;
  overlay: { x: number; y: number }[] | undefined;
  chosen: ChosenBin | null;
  onChoose: (chosen: ChosenBin) => void;
};

function FacetLattice({ facet, part, fullCount, overlay, chosen, onChoose }: FacetProps) {
  const { purpose } = useFigureSetting();
  const correlation = useChosenCorrelation();
  const policy = facet.policy?.label ?? null;
  const { x, y } = gridScales(part.dimension, facet);
  return (
    <Lattice
      title={facetName(facet)}
      subtitle={orderLine(facet, correlation)}
      label={`${orderWords(facet, correlation)}. Fields of judge and people.${purpose === "page" ? " Arrow keys walk, Enter chooses." : ""}`}
      x={x}
      y={y}
      cells={gridCells(facet, part.dimension)}
      fullCount={fullCount}
      {...(overlay ? { overlay } : {})}
      {...(purpose === "page"
        ? {
            chosen: chosen && chosen.policy === policy ? binKey(chosen) : undefined,
            onChoose: ({ x: judge, y: human }: LatticeCell) =>
              onChoose({ policy, judge, human, words: binWords(facet, { judge, human }, part.dimension) }),
          }
        : {})}
    />
  );
}

function curveOf(facet: GridFacet, curves: DimensionCalibration | null): { x: number; y: number }[] | undefined {
  const curve = facet.policy
    ? curves?.policies.find(({ policy }) => policy.label === facet.policy?.label)
    : curves?.pooled;
  return curve?.isotonic.map((point) => ({ x: point.judge, y: point.human }));
}

"use client";
import { useId, useState } from "react";
import { ChartFigure, LegendEntry } from "#components/charts/figure/chart-figure.tsx";
import { useFigureSetting } from "#components/charts/figure/figure-setting.ts";
import { KeyLine, KeyMark } from "#components/charts/marks.tsx";
import { SmallMultiples } from "#components/charts/small-multiples.tsx";
import { Checkbox } from "#components/ui/field.tsx";
import { CORRELATION_WORDS, hasCeiling } from "#lib/domain/analysis/correlation-words.ts";
import type { DimensionGrid, GridFacet, GridFinding } from "#lib/domain/analysis/findings/grid.ts";
import { facetName, gridTable } from "#lib/domain/analysis/tables/grid.ts";
import { CorrelationPicker, useChosenCorrelation } from "../frame/correlation-picker.tsx";
import { shownTable } from "../frame/shown-table.ts";
import { captionOf, figureName, scaleWords } from "../frame/view-words.ts";
import { curveOf, FacetLattice } from "./facet-lattice.tsx";
import type { ChosenBin } from "./grid-cells.ts";
import { roundingSentence } from "./grid-ranges.ts";
import { useCurves } from "./use-curves.ts";

type Props = {
  analysisId: string;
  finding: GridFinding;
  part: DimensionGrid;
  facets: readonly GridFacet[];
  isPooled: boolean;
  onPool: (isPooled: boolean) => void;
  chosen: ChosenBin | null;
  onChoose: (bin: ChosenBin) => void;
};

/** The grids of one dimension, a panel for each policy or one for all, with what changes the picture. */
export function GridChart({ analysisId, finding, part, facets, isPooled, onPool, chosen, onChoose }: Props) {
  const [hasCurve, setCurve] = useState(false);
  const { dimension } = part;
  const curves = useCurves(analysisId, dimension.key, hasCurve);
  const rounding = roundingSentence(part.facets);
  return (
    <ChartFigure
      title={`${dimension.name}: judge against people`}
      about={<AboutGrid part={part} />}
      caption={`${captionOf(finding, dimension)} ${rounding}`.trim()}
      table={() => shownTable(gridTable(finding), dimension.key)}
      fileName={figureName("grid", dimension)}
      controls={<GridControls {...{ isPooled, onPool, hasCurve }} onCurve={setCurve} problem={curves.problem} />}
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
            onChoose={onChoose}
          />
        ))}
      </SmallMultiples>
    </ChartFigure>
  );
}

function AboutGrid({ part: { dimension, facets } }: Pick<Props, "part">) {
  const isPage = useFigureSetting().purpose === "page";
  const correlation = useChosenCorrelation();
  const { name, sign } = CORRELATION_WORDS[correlation];
  return (
    <>
      Each field counts cells (one rated agent, or one item rated as a whole) with this score by the judge and this mean
      of people. On the dashed line both agree. The scale runs from {scaleWords(dimension)}. {dimension.direction}{" "}
      {isPage ? "Choose a field to see its episodes. " : ""}
      {sign} is the correlation inside the policy ({name})
      {hasCeiling(correlation) ? "; the ceiling is what a perfect judge could reach with these people" : ""}.{" "}
      {roundingSentence(facets)}
    </>
  );
}

type ControlsProps = Pick<Props, "isPooled" | "onPool"> & {
  hasCurve: boolean;
  onCurve: (hasCurve: boolean) => void;
  problem: string | null;
};

function GridControls({ isPooled, onPool, hasCurve, onCurve, problem }: ControlsProps) {
  const id = useId();
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-2">
      <Checkbox
        id={`${id}-pooled`}
        label="All policies pooled"
        help="Can look better, or the other way round, than any one policy."
        checked={isPooled}
        onChange={(event) => onPool(event.target.checked)}
      />
      <Checkbox
        id={`${id}-curve`}
        label="Calibration curve over it"
        help={problem ?? undefined}
        checked={hasCurve}
        onChange={(event) => onCurve(event.target.checked)}
      />
      <CorrelationPicker />
    </div>
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

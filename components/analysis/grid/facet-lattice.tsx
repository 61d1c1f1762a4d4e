"use client";
import { useFigureSetting } from "#components/charts/figure/figure-setting.ts";
import { Lattice } from "#components/charts/lattice.tsx";
import type { LatticeCell } from "#components/charts/lattice-cells.ts";
import type { DimensionCalibration } from "#lib/domain/analysis/findings/calibration.ts";
import type { DimensionGrid, GridFacet } from "#lib/domain/analysis/findings/grid.ts";
import { facetName } from "#lib/domain/analysis/tables/grid.ts";
import { useChosenCorrelation } from "../frame/correlation-picker.tsx";
import { binKey, binWords, type ChosenBin, gridCells, gridScales, orderLine, orderWords } from "./grid-cells.ts";

type FacetProps = {
  facet: GridFacet;
  part: DimensionGrid;
  fullCount: number;
  overlay: { x: number; y: number }[] | undefined;
  chosen: ChosenBin | null;
  onChoose: (chosen: ChosenBin) => void;
};

/** The grid of one policy, or of all; on a page its fields can be walked and chosen. */
export function FacetLattice({ facet, part, fullCount, overlay, chosen, onChoose }: FacetProps) {
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

/** The calibration curve that lies over the grid of a policy, or of all. */
export function curveOf(facet: GridFacet, curves: DimensionCalibration | null): { x: number; y: number }[] | undefined {
  const curve = facet.policy
    ? curves?.policies.find(({ policy }) => policy.label === facet.policy?.label)
    : curves?.pooled;
  return curve?.isotonic.map((point) => ({ x: point.judge, y: point.human }));
}

"use client";
import { useState } from "react";
import type { DimensionGrid, GridFinding } from "#lib/domain/analysis/findings/grid.ts";
import { facetName, orderTable } from "#lib/domain/analysis/tables/grid.ts";
import { splitByCells } from "../frame/common-cells.ts";
import { FoldedTable } from "../frame/folded-table.tsx";
import { MissingNote } from "../frame/missing-note.tsx";
import { shownTable } from "../frame/shown-table.ts";
import { ViewFrame } from "../frame/view-frame.tsx";
import { captionOf, fileNameOf } from "../frame/view-words.ts";
import { BinDrillDown } from "./bin-drill-down.tsx";
import type { ChosenBin } from "./grid-cells.ts";
import { GridChart } from "./grid-chart.tsx";
import { ceilingSentences } from "./grid-ranges.ts";

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
  const [isPooled, setPooled] = useState(false);
  const { dimension } = part;
  const [chosen, choose] = useChosenBin(dimension.key);
  const { drawn, missing } = splitByCells(part.facets);
  const note = <MissingNote dimension={dimension} missing={missing} drawn={drawn.length} />;
  if (drawn.length === 0) return note;
  const facets = isPooled ? [part.pooled] : drawn;
  return (
    <>
      <GridChart {...{ analysisId, finding, part, facets, isPooled, chosen }} onPool={setPooled} onChoose={choose} />
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
        <BinDrillDown analysisId={analysisId} dimension={dimension} chosen={chosen} onClose={() => choose(null)} />
      ) : null}
    </>
  );
}

/** The field of which the episodes are shown. It belongs to its dimension; on another one nothing is chosen. */
function useChosenBin(dimension: string): [ChosenBin | null, (bin: ChosenBin | null) => void] {
  const [kept, setKept] = useState<{ dimension: string; bin: ChosenBin } | null>(null);
  const chosen = kept?.dimension === dimension ? kept.bin : null;
  return [chosen, (bin) => setKept(bin && { dimension, bin })];
}

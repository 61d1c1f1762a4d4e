"use client";
import { useEffect, useRef, useState } from "react";
import { useFigureSetting } from "#components/charts/figure/figure-setting.ts";
import { formatInteger, plural } from "#components/ui/format.ts";
import { ScriptButton } from "#components/ui/script-button.tsx";
import type { DrillDownCell, GridDrillDown } from "#lib/domain/analysis/findings/grid.ts";
import { CellList } from "./cell-list.tsx";
import { askAnswer } from "./use-answer.ts";

/** How many cells the server answers at a time. */
const PAGE = 50;
const IDLE = { isLoading: false, problem: null };

type Props = {
  analysisId: string;
  dimension: string;
  /** Names the list. */
  label: string;
  /** The beginning of the list, and how many cells it has in all. */
  first: GridDrillDown;
  /** Where the cells from one place on are asked for. */
  hrefFrom: (offset: number) => string;
};

/** A list of cells that is longer than what is there: more of it comes on request, below what is read. */
export function PagedCells({ analysisId, dimension, label, first, hrefFrom }: Props) {
  const isPage = useFigureSetting().purpose === "page";
  const { cells, state, showMore } = useMore(first, hrefFrom);
  const left = first.total - cells.length;
  return (
    <>
      <CellList analysisId={analysisId} dimension={dimension} cells={cells} label={label} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p role="status" className="text-sm text-ink-2">
          {left > 0 ? `${formatInteger(cells.length)} of ${plural(first.total, "cell")}` : plural(first.total, "cell")}
        </p>
        {left > 0 && isPage ? (
          <ScriptButton size="sm" onClick={showMore} aria-disabled={state.isLoading}>
            {state.isLoading ? "Loading…" : `Show ${formatInteger(Math.min(PAGE, left))} more`}
          </ScriptButton>
        ) : null}
        {state.problem ? (
          <p role="alert" className="text-sm text-bad">
            {state.problem}
          </p>
        ) : null}
      </div>
    </>
  );
}

/** The beginning of a list with what came on request; an answer that comes after the list has gone is dropped. */
function useMore(first: GridDrillDown, hrefFrom: Props["hrefFrom"]) {
  const [more, setMore] = useState<DrillDownCell[]>([]);
  const [state, setState] = useState<{ isLoading: boolean; problem: string | null }>(IDLE);
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);
  const cells = [...first.cells, ...more];
  const showMore = async () => {
    if (state.isLoading) return;
    abort.current = new AbortController();
    setState({ isLoading: true, problem: null });
    const answer = await askAnswer<GridDrillDown>(hrefFrom(cells.length), abort.current.signal).catch(() => null);
    if (!answer) return;
    setMore((last) => [...last, ...(answer.value?.cells ?? [])]);
    setState({ isLoading: false, problem: answer.problem });
  };
  return { cells, state, showMore };
}

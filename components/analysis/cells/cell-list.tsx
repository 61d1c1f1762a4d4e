"use client";
import { useState } from "react";
import { useFigureSetting } from "#components/charts/figure/figure-setting.ts";
import { HumanMark, JudgeMark } from "#components/episodes/rating-marks.tsx";
import { formatNumber, plural } from "#components/ui/format.ts";
import { Link } from "#components/ui/link.tsx";
import { ScriptButton } from "#components/ui/script-button.tsx";
import type { DrillDownCell } from "#lib/domain/analysis/findings/grid.ts";
import { numberText } from "../frame/figure-cells.ts";
import { useShownSearch } from "../live/live-view.tsx";
import { CellReasonsPanel } from "./cell-reasons.tsx";

/** Where both sides' reasons for a cell are asked for, under the filters of the page's address. */
function reasonsHref(analysisId: string, dimension: string, cell: DrillDownCell, search: URLSearchParams): string {
  const parameters = new URLSearchParams(search);
  parameters.set("dimension", dimension);
  parameters.set("item", cell.itemKey);
  parameters.set("agent", String(cell.agent));
  return `/api/v1/analyses/${analysisId}/reasons?${parameters}`;
}

type Props = { analysisId: string; dimension: string; cells: readonly DrillDownCell[]; label: string };

/** Cells one below the other: the episode, both scores, and on a page on request what both sides wrote. */
export function CellList({ analysisId, dimension, cells, label }: Props) {
  const search = useShownSearch();
  return (
    <ul aria-label={label} className="rounded-surface border border-line bg-surface">
      {cells.map((cell) => (
        <li key={`${cell.itemKey} ${cell.agent}`} className="border-line border-b px-4 py-3 last:border-b-0">
          <CellRow cell={cell} href={reasonsHref(analysisId, dimension, cell, search)} />
        </li>
      ))}
    </ul>
  );
}

function CellRow({ cell, href }: { cell: DrillDownCell; href: string }) {
  const isPage = useFigureSetting().purpose === "page";
  const [isOpen, setOpen] = useState(false);
  const difference = cell.judge - cell.human;
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <p className="min-w-0 flex-1 basis-56">
          {cell.episodeId ? (
            <Link href={`/episodes/${cell.episodeId}`} className="link font-medium">
              {cell.label}
            </Link>
          ) : (
            <span className="font-medium">{cell.label}</span>
          )}
          <span className="text-sm text-ink-2">
            {" "}
            {cell.agent === 0 ? "" : `agent ${cell.agent}, `}
            {cell.policy}
          </span>
        </p>
        <p className="flex flex-wrap items-center gap-x-3 text-sm tabular-nums">
          <span className="sm:w-20">
            <JudgeMark /> judge {numberText(cell.judge, { decimals: Number.isInteger(cell.judge) ? 0 : 1 })}
          </span>
          <span className="sm:w-44">
            <HumanMark /> people {formatNumber(cell.human, 1)} ({plural(cell.humanRatings, "rating")})
          </span>
          <span className="text-right font-semibold sm:w-12">
            {numberText(difference, { isSigned: true, decimals: 1 })}
          </span>
        </p>
        {isPage ? (
          <span className="-ml-3 sm:-mr-3 sm:ml-0">
            <ScriptButton size="sm" variant="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {isOpen ? "Hide reasons" : "Reasons"}
            </ScriptButton>
          </span>
        ) : null}
      </div>
      {isOpen ? <CellReasonsPanel href={href} /> : null}
    </>
  );
}

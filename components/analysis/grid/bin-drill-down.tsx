"use client";
import { Button } from "#components/ui/button.tsx";
import { plural } from "#components/ui/format.ts";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { AnalysisDimension } from "#lib/domain/analysis/columns.ts";
import type { GridDrillDown } from "#lib/domain/analysis/findings/grid.ts";
import { PagedCells } from "../cells/paged-cells.tsx";
import { useAnswer } from "../cells/use-answer.ts";
import { useShownSearch } from "../live/live-view.tsx";
import type { ChosenBin } from "./grid-cells.ts";

type Props = { analysisId: string; dimension: AnalysisDimension; chosen: ChosenBin; onClose: () => void };

/** The cells behind one field of a grid. */
export function BinDrillDown({ analysisId, dimension, chosen, onClose }: Props) {
  const href = binHref(analysisId, dimension.key, chosen, useShownSearch());
  const { value, problem, isLoading } = useAnswer<GridDrillDown>(href);
  const where = `${chosen.policy ?? "All policies"}: ${chosen.words}`;
  return (
    <section aria-label="Cells of the chosen field" className="flex flex-col gap-2">
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h3 className="text-lg" aria-live="polite">
          {where}
          {value ? <span className="font-normal text-ink-2"> · {plural(value.total, "cell")}</span> : null}
        </h3>
        <Button size="sm" variant="quiet" onClick={onClose}>
          Close the list
        </Button>
      </div>
      {isLoading ? <Skeleton className="h-24 w-full" /> : null}
      {problem ? <p className="text-sm text-bad">{problem}</p> : null}
      {value ? (
        <PagedCells
          key={href}
          analysisId={analysisId}
          dimension={dimension.key}
          label={where}
          first={value}
          hrefFrom={(offset) => `${href}&offset=${offset}`}
        />
      ) : null}
    </section>
  );
}

/** Where the cells are asked for, under the filters of the page’s address. */
function binHref(analysisId: string, dimension: string, chosen: ChosenBin, search: URLSearchParams): string {
  const parameters = new URLSearchParams(search);
  parameters.set("dimension", dimension);
  parameters.set("judgeScore", String(chosen.judge));
  parameters.set("humanScore", String(chosen.human));
  if (chosen.policy !== null) parameters.set("policy", chosen.policy);
  return `/api/v1/analyses/${analysisId}/grid-cells?${parameters}`;
}

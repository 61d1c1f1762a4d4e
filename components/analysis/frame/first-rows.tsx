"use client";
import { type ReactNode, useState } from "react";
import { useFigureSetting } from "#components/charts/figure/figure-setting.ts";
import { Button } from "#components/ui/button.tsx";
import { formatInteger } from "#components/ui/format.ts";
import { useIsAlive } from "#components/ui/use-is-alive.ts";

/** So many rows of a long list are drawn at first. */
const FIRST = 30;

/**
 * The rows of a list that are drawn on a page: the first ones, until somebody wants all of them, since hundreds would hold
 * up every change of a filter; `more` stands below and says so. In a report, in a file and without scripts all are drawn.
 * @param noun what the rows are, for many: “annotators”
 */
export function useFirstRows<Row>(rows: readonly Row[], noun: string): { shown: readonly Row[]; more: ReactNode } {
  const isPage = useFigureSetting().purpose === "page";
  const isAlive = useIsAlive();
  const [isWhole, setWhole] = useState(false);
  if (!isPage || !isAlive || rows.length <= FIRST) return { shown: rows, more: null };
  const more = (
    <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink-2">
      <p role="status">
        {isWhole
          ? `All ${formatInteger(rows.length)} ${noun}.`
          : `The first ${FIRST} of ${formatInteger(rows.length)} ${noun}; files hold all.`}
      </p>
      <Button size="sm" onClick={() => setWhole(!isWhole)} className="print:hidden">
        {isWhole ? `Show the first ${FIRST}` : `Show all ${formatInteger(rows.length)}`}
      </Button>
    </div>
  );
  return { shown: isWhole ? rows : rows.slice(0, FIRST), more };
}

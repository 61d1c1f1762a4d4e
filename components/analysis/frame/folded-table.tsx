"use client";
import type { ReactNode } from "react";
import { ChartTable, type ChartTableData } from "#components/charts/figure/chart-table.tsx";
import { SaveTableButton } from "#components/charts/figure/save-table-button.tsx";
import { useIsOpen } from "#components/charts/figure/use-is-open.ts";

type Props = {
  /** What it holds, as the words that open it. */
  title: string;
  /** The name that it has for a screen reader and a file, where the words that open it are no name. */
  label?: string;
  about?: ReactNode;
  /** Put together when somebody wants it. */
  table: () => ChartTableData;
  /** What is saved with the table. */
  caption: string;
  /** Name of the file without ending. */
  fileName: string;
};

/** A table beside a figure, on request, with the way to take it along. What is not open is not printed. */
export function FoldedTable({ title, label = title, about, table, caption, fileName }: Props) {
  const [details, isOpen] = useIsOpen();
  return (
    <details ref={details} className="[&:not([open])]:print:hidden">
      <summary className="text-sm text-ink-2 hover:text-ink">{title}</summary>
      {about ? <p className="mt-1 max-w-[75ch] text-sm text-ink-2">{about}</p> : null}
      <div className="mt-2">
        {isOpen ? <ChartTable label={label} table={table()} /> : null}
        <span className="-ml-3">
          <SaveTableButton title={label} caption={caption} table={table} fileName={fileName} />
        </span>
      </div>
    </details>
  );
}

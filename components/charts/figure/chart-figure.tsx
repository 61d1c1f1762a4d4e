"use client";
import { type ReactNode, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ChartTable, type ChartTableData } from "./chart-table.tsx";
import { buildFigureFile, drawPng } from "./figure-file.ts";
import { saveFile } from "./save-file.ts";
import { SaveTableButton } from "./save-table-button.tsx";

type Props = {
  title: string;
  /** What is drawn and how it is to be read, one or two lines. */
  about: ReactNode;
  /** Filters and method in words; stands under an exported picture. */
  caption: string;
  table: ChartTableData;
  /** Name of the files without ending. */
  fileName: string;
  /** What the marks mean. */
  legend?: ReactNode;
  children: ReactNode;
};

/**
 * The frame around every chart: title, how to read it, the picture, the meaning of its marks, its table twin, and the
 * ways to take it along (CSV, SVG, PNG), all made in the browser from what is on the screen.
 */
export function ChartFigure({ title, about, caption, table, fileName, legend, children }: Props) {
  const body = useRef<HTMLDivElement>(null);
  return (
    <figure
      aria-label={title}
      className="min-w-0 rounded-surface border border-line bg-surface p-4 sm:p-5 print:border-0 print:p-0"
    >
      <figcaption>
        <h3 className="text-lg">{title}</h3>
        <div className="mt-0.5 max-w-[75ch] text-sm text-ink-2">{about}</div>
      </figcaption>
      <div ref={body} className="mt-4">
        {children}
        {legend ? <div className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-xs text-ink-2">{legend}</div> : null}
      </div>
      <div className="mt-3 flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-line border-t pt-2">
        <details className="min-w-0 max-w-full grow basis-full sm:basis-0">
          <summary className="rounded-control py-1.5 text-sm text-ink-2 hover:text-ink">The numbers as a table</summary>
          <div className="mt-2">
            <ChartTable label={`${title}: table`} table={table} />
          </div>
        </details>
        <SaveButtons body={body} title={title} caption={caption} table={table} fileName={fileName} />
      </div>
    </figure>
  );
}

/** One entry of a legend: its mark and its word, which also goes into an exported picture. */
export function LegendEntry({ mark, children }: { mark: ReactNode; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      {mark}
      <span data-figure-text>{children}</span>
    </span>
  );
}

type SaveProps = Pick<Props, "title" | "caption" | "table" | "fileName"> & {
  body: { readonly current: HTMLDivElement | null };
};

function SaveButtons({ body, title, caption, table, fileName }: SaveProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const savePicture = async (kind: "svg" | "png") => {
    if (!body.current) return;
    const file = buildFigureFile(body.current, title, caption);
    try {
      const blob = kind === "svg" ? new Blob([file.svg], { type: "image/svg+xml" }) : await drawPng(file);
      saveFile(`${fileName}.${kind}`, blob);
      setProblem(null);
    } catch {
      setProblem("This browser could not draw the picture. The SVG file holds the same.");
    }
  };
  return (
    <div className="flex flex-wrap items-center gap-1 print:hidden">
      <span className="text-xs text-ink-3">Download</span>
      <SaveTableButton title={title} caption={caption} table={table} fileName={fileName} />
      <Button size="sm" variant="quiet" onClick={() => savePicture("svg")} aria-label={`${title}: download as SVG`}>
        SVG
      </Button>
      <Button size="sm" variant="quiet" onClick={() => savePicture("png")} aria-label={`${title}: download as PNG`}>
        PNG
      </Button>
      {problem ? <p className="w-full text-xs text-bad">{problem}</p> : null}
    </div>
  );
}

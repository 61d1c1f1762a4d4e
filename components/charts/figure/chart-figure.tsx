"use client";
import { type ReactNode, useEffect, useRef } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { useUntilAlive } from "#components/ui/use-is-alive.ts";
import { ChartTable, type ChartTableData } from "./chart-table.tsx";
import { useFigureSetting } from "./figure-setting.ts";
import { SaveButtons } from "./save-buttons.tsx";
import { useIsOpen } from "./use-is-open.ts";

type Props = {
  title: string;
  /** What is drawn and how it is to be read, one or two lines. */
  about: ReactNode;
  /** Filters and method in words; stands under an exported picture. */
  caption: string;
  /** Its numbers, put together when somebody wants them. */
  table: () => ChartTableData;
  /** Name of the files without ending. */
  fileName: string;
  /** What the marks mean. */
  legend?: ReactNode;
  /** What changes the picture where it can be worked with. */
  controls?: ReactNode;
  children: ReactNode;
};

/** A report holds table twins up to this many rows; longer ones are left to the page of the view and to the files. */
const MOST_ROWS_IN_REPORT = 200;

/**
 * The frame around every chart: title, how to read it, the picture, the meaning of its marks, its table twin, and the
 * ways to take it along (CSV, SVG, PNG). In a report there is nothing to operate; for a file there is the picture alone.
 */
export function ChartFigure(props: Props) {
  const { purpose } = useFigureSetting();
  const untilAlive = useUntilAlive();
  if (purpose === "file") return <MountedPicture {...props} />;
  const { title, about, caption, table, fileName, legend, controls, children } = props;
  const isReport = purpose === "report";
  const picture = <Picture legend={legend}>{children}</Picture>;
  return (
    <figure
      aria-label={title}
      className="min-w-0 rounded-surface border border-line bg-surface p-4 sm:p-5 print:break-inside-avoid print:border-0 print:p-0"
    >
      <figcaption>
        <h3 className="text-lg">{title}</h3>
        <div className="mt-0.5 max-w-[75ch] text-sm text-ink-2">{about}</div>
      </figcaption>
      {controls && !isReport ? <div className={classNames("mt-3 print:hidden", untilAlive)}>{controls}</div> : null}
      <div className="mt-4">{picture}</div>
      <div className="relative mt-3 border-line border-t pt-2 print:border-0 print:pt-0">
        {isReport && table().rows.length > MOST_ROWS_IN_REPORT ? (
          <p className="py-1.5 text-sm text-ink-2 print:hidden">The numbers stand on the page of this view.</p>
        ) : (
          <TableTwin title={title} table={table} />
        )}
        {isReport ? null : (
          <SaveButtons title={title} caption={caption} table={table} fileName={fileName}>
            <ChartFigure {...props} />
          </SaveButtons>
        )}
      </div>
    </figure>
  );
}

/** The picture with the meaning of its marks, as it goes into a file. */
function Picture({ legend, children }: Pick<Props, "legend" | "children">) {
  return (
    <>
      {children}
      {legend ? <div className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-xs text-ink-2">{legend}</div> : null}
    </>
  );
}

/** The picture by itself, made known to whoever draws files. */
function MountedPicture({ title, caption, fileName, legend, children }: Props) {
  const setting = useFigureSetting();
  const register = setting.purpose === "file" ? setting.register : null;
  const body = useRef<HTMLDivElement>(null);
  useEffect(
    () => (body.current ? register?.({ fileName, title, caption, body: body.current }) : undefined),
    [register, fileName, title, caption],
  );
  return (
    <div ref={body}>
      <Picture legend={legend}>{children}</Picture>
    </div>
  );
}

/** The table is drawn while it is open: thousands of hidden cells would hold up every change of a filter. */
function TableTwin({ title, table }: Pick<Props, "title" | "table">) {
  const [details, isOpen] = useIsOpen();
  return (
    <details ref={details} className="[&:not([open])]:print:hidden">
      <summary className="w-fit rounded-control py-1.5 text-sm text-ink-2 hover:text-ink">
        The numbers as a table
      </summary>
      <div className="mt-2">{isOpen ? <ChartTable label={`${title}: table`} table={table()} /> : null}</div>
    </details>
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

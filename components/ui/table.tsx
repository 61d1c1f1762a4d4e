import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { formatInteger } from "./format.ts";

/**
 * A data table: hairlines, sticky head, tabular figures. It scrolls inside its own box when the screen is narrower,
 * and the box can be reached by keyboard. `label` names it for screen readers. `isStacked` lays the cells of a row below
 * each other there instead, for rows that are sentences; a cell with `data-short` shares its line with its neighbours,
 * and `data-label` is written before what its head alone explains.
 */
export function Table({
  label,
  children,
  className,
  isStacked = false,
}: {
  label: string;
  children: ReactNode;
  className?: string;
  isStacked?: boolean;
}) {
  return (
    <section
      data-table
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      className={classNames(
        "relative overflow-x-auto rounded-surface border border-line bg-surface",
        isStacked && "stacked-table",
      )}
    >
      <table aria-label={label} className={classNames("w-full border-collapse text-sm", className)}>
        {children}
      </table>
    </section>
  );
}

/** A column head; `numeric` aligns right with its numbers. */
export function Th({ numeric, className, ...rest }: ComponentProps<"th"> & { numeric?: boolean }) {
  return (
    <th
      scope="col"
      className={classNames(
        "border-line border-b bg-sunken px-3 py-2 text-left align-bottom text-xs font-semibold text-ink-2",
        numeric && "text-right",
        className,
      )}
      {...rest}
    />
  );
}

/** A cell; `numeric` aligns right. */
export function Td({ numeric, className, ...rest }: ComponentProps<"td"> & { numeric?: boolean }) {
  return (
    <td
      className={classNames("border-line border-b px-3 py-2.5 align-top", numeric && "text-right", className)}
      {...rest}
    />
  );
}

/** A cell with a count, right-aligned; `label` says of what where the rows are stacked. */
export function CountTd({ label, count }: { label: string; count: number }) {
  return (
    <Td numeric data-short data-label={label}>
      {formatInteger(count)}
    </Td>
  );
}

/** A body row that answers to hover and focus. */
export function Tr({ className, ...rest }: ComponentProps<"tr">) {
  return (
    <tr
      className={classNames("last:[&>td]:border-b-0 hover:bg-sunken/60 focus-within:bg-sunken/60", className)}
      {...rest}
    />
  );
}

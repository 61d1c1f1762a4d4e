import type { ReactNode } from "react";
import { glued } from "#components/ui/glued.ts";
import { Table, Td, Th, Tr } from "#components/ui/table.tsx";

/** What a cell holds: the text that is read, and the value that a file gets, unrounded. */
export type ChartCell = { text: ReactNode; value: string | number | null };

/** A column of a table twin. */
export type ChartColumn = {
  /** Its head in a file, in lower case with underscores. */
  name: string;
  head: string;
  /** What it belongs to where its head alone does not say, as “Judge − people” for the end of an interval. */
  group?: string;
  /** What it counts in. */
  unit?: string;
  isNumeric?: boolean;
  /** Left to files; the screen says it elsewhere. */
  isForFiles?: boolean;
};

/** The numbers of a figure as a table. */
export type ChartTableData = {
  columns: readonly ChartColumn[];
  rows: readonly { key: string; cells: readonly ChartCell[] }[];
};

/** Units that are said below a head; counts say in their heads what they count. */
const WRITTEN_UNITS: readonly string[] = ["points", "minutes", "points per point"];

/** The table twin of a figure: everything that is drawn, and what it rests on. The first column names the row. */
export function ChartTable({ label, table }: { label: string; table: ChartTableData }) {
  const shown = table.columns.flatMap((column, place) => (column.isForFiles ? [] : [{ column, place }]));
  return (
    <Table label={label}>
      <thead>
        <tr>
          {shown.map(({ column }) => (
            <Th key={column.name} data-column={column.name} numeric={column.isNumeric ?? false}>
              <Head column={column} />
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <Tr key={row.key}>
            {shown.map(({ column, place }, index) => (
              <Td
                key={column.name}
                numeric={column.isNumeric ?? false}
                className={index === 0 ? "min-w-28 font-medium" : "tabular-nums whitespace-nowrap"}
              >
                {row.cells[place]?.text}
              </Td>
            ))}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function Head({ column: { head, group, unit } }: { column: ChartColumn }) {
  return (
    <>
      {group ? <span className="sr-only">{group}, </span> : null}
      {glued(head)}
      {unit && !group && WRITTEN_UNITS.includes(unit) ? <span className="block font-normal">{unit}</span> : null}
    </>
  );
}

import type { ReactNode } from "react";
import { Table, Td, Th, Tr } from "#components/ui/table.tsx";

/** What a cell holds: the text that is read, and the value that a file gets, unrounded. */
export type ChartCell = { text: ReactNode; value: string | number | null };

/** A column of a table twin. `name` is its head in a file, in lower case with underscores. */
export type ChartColumn = { name: string; head: string; isNumeric?: boolean };

/** The numbers of a figure as a table. */
export type ChartTableData = {
  columns: readonly ChartColumn[];
  rows: readonly { key: string; cells: readonly ChartCell[] }[];
};

/** The table twin of a figure: everything that is drawn, and what it rests on. The first column names the row. */
export function ChartTable({ label, table }: { label: string; table: ChartTableData }) {
  return (
    <Table label={label}>
      <thead>
        <tr>
          {table.columns.map((column) => (
            <Th key={column.name} numeric={column.isNumeric ?? false}>
              {column.head}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <Tr key={row.key}>
            {row.cells.map((cell, index) => (
              <Td
                key={table.columns[index]?.name}
                numeric={table.columns[index]?.isNumeric ?? false}
                className={index === 0 ? "font-medium" : "tabular-nums whitespace-nowrap"}
              >
                {cell.text}
              </Td>
            ))}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

import type { ReactNode } from "react";
import { formatBytes } from "#components/ui/format.ts";
import { Link } from "#components/ui/link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { CountTd, Table, Td, Th, Tr } from "#components/ui/table.tsx";
import { type ImportState, ImportStateTag } from "./import-state.tsx";

/** What every import has, whatever its file holds. */
export type ListedImport = {
  id: string;
  fileName: string;
  state: ImportState;
  bytes: number;
  rowsDone: number;
  createdAt: Date | string;
};

type Props<Row> = {
  label: string;
  rows: readonly Row[];
  hrefOf: (row: Row) => string;
  /** Beside or below the name of the file. */
  noteOf: (row: Row) => ReactNode;
  /** Whether nothing of the file was taken. */
  isRefused: (row: Row) => boolean;
  /** The columns of counts after the number of records. */
  counts: readonly { head: string; of: (row: Row) => number }[];
};

/** Imports with what came of them; the name of the file leads to the report. */
export function ImportsTable<Row extends ListedImport>({ label, rows, hrefOf, noteOf, isRefused, counts }: Props<Row>) {
  return (
    <Table label={label} isStacked>
      <thead>
        <tr>
          <Th className="min-w-56">File</Th>
          <Th>State</Th>
          <Th numeric>Size</Th>
          <Th numeric>Records</Th>
          {counts.map(({ head }) => (
            <Th key={head} numeric>
              {head}
            </Th>
          ))}
          <Th>When</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td className="max-w-96">
              <Link href={hrefOf(row)} className="link mr-2 font-semibold [overflow-wrap:anywhere]">
                {row.fileName}
              </Link>
              {noteOf(row)}
            </Td>
            <Td data-short>
              <ImportStateTag state={row.state} isRefused={isRefused(row)} />
            </Td>
            <Td numeric data-short className="whitespace-nowrap">
              {formatBytes(row.bytes)}
            </Td>
            <CountTd label="Records" count={row.rowsDone} />
            {counts.map(({ head, of }) => (
              <CountTd key={head} label={head} count={of(row)} />
            ))}
            <Td data-short className="whitespace-nowrap text-ink-2">
              <RelativeTime at={row.createdAt} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

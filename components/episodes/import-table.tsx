import Link from "next/link";
import { formatBytes, formatInteger } from "#components/ui/format.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Table, Td, Th, Tr } from "#components/ui/table.tsx";
import { DemoTag, Tag } from "#components/ui/tag.tsx";
import { IMPORT_STATES, type ShownImport } from "./import-words.ts";

const TONES = { queued: "plain", running: "accent", completed: "ok", failed: "bad", canceled: "plain" } as const;

/** The state of an import as a word with a mark. */
export function ImportStateTag({ state }: { state: ShownImport["state"] }) {
  return <Tag tone={TONES[state]}>{IMPORT_STATES[state]}</Tag>;
}

/** Recent imports with what came of them. */
export function ImportTable({ imports }: { imports: readonly ShownImport[] }) {
  return (
    <Table label="Imports">
      <thead>
        <tr>
          <Th className="min-w-56">File</Th>
          <Th>State</Th>
          <Th numeric>Size</Th>
          <Th numeric>Records</Th>
          <Th numeric>Accepted</Th>
          <Th numeric>Unchanged</Th>
          <Th numeric>Conflict</Th>
          <Th numeric>Repaired</Th>
          <Th numeric>Refused</Th>
          <Th>When</Th>
        </tr>
      </thead>
      <tbody>
        {imports.map((row) => (
          <Tr key={row.id}>
            <Td className="max-w-80">
              <Link href={`/episodes/imports/${row.id}`} className="link mr-2 font-semibold [overflow-wrap:anywhere]">
                {row.fileName}
              </Link>
              {row.isDemo ? <DemoTag /> : null}
            </Td>
            <Td>
              <ImportStateTag state={row.state} />
            </Td>
            <Td numeric className="whitespace-nowrap">
              {formatBytes(row.bytes)}
            </Td>
            <Td numeric>{formatInteger(row.rowsDone)}</Td>
            <Td numeric>{formatInteger(row.acceptedCount)}</Td>
            <Td numeric>{formatInteger(row.unchangedCount)}</Td>
            <Td numeric>{formatInteger(row.conflictCount)}</Td>
            <Td numeric>{formatInteger(row.repairedCount)}</Td>
            <Td numeric>{formatInteger(row.refusedCount)}</Td>
            <Td className="whitespace-nowrap text-ink-2">
              <RelativeTime at={row.createdAt} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

import { ImportsTable } from "#components/imports/imports-table.tsx";
import { DemoTag } from "#components/ui/tag.tsx";
import { isWhollyRefused, type ShownImport } from "./import-words.ts";

const COUNTS: readonly { head: string; of: (row: ShownImport) => number }[] = [
  { head: "Accepted", of: (row) => row.acceptedCount },
  { head: "Unchanged", of: (row) => row.unchangedCount },
  { head: "Conflict", of: (row) => row.conflictCount },
  { head: "Repaired", of: (row) => row.repairedCount },
  { head: "Refused", of: (row) => row.refusedCount },
];

/** Recent imports of episodes with what came of them. */
export function ImportTable({ imports }: { imports: readonly ShownImport[] }) {
  return (
    <ImportsTable
      label="Imports"
      rows={imports}
      hrefOf={(row) => `/episodes/imports/${row.id}`}
      noteOf={(row) => (row.isDemo ? <DemoTag /> : null)}
      isRefused={isWhollyRefused}
      counts={COUNTS}
    />
  );
}

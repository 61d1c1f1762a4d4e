import type { ShownProgress } from "#components/imports/import-progress.tsx";
import type { ListedImport } from "#components/imports/imports-table.tsx";
import { formatInteger } from "#components/ui/format.ts";

/** What the screens need to know of an import; times as text where they come over JSON. */
export type ShownImport = ListedImport &
  ShownProgress & {
    acceptedCount: number;
    unchangedCount: number;
    conflictCount: number;
    repairedCount: number;
    refusedCount: number;
    error: string;
    canRetry: boolean;
    isDemo: boolean;
  };

/** Whether records were refused and not one was taken or was here already. */
export function isWhollyRefused(
  row: Pick<ShownImport, "acceptedCount" | "unchangedCount" | "conflictCount" | "refusedCount">,
): boolean {
  return row.refusedCount > 0 && row.acceptedCount + row.unchangedCount + row.conflictCount === 0;
}

/** What came of an import, as a sentence. */
export function resultWords(row: ShownImport): string {
  const { acceptedCount, unchangedCount, conflictCount, repairedCount, refusedCount } = row;
  const parts = [
    `${formatInteger(acceptedCount)} accepted`,
    unchangedCount > 0 ? `${formatInteger(unchangedCount)} here already` : null,
    conflictCount > 0 ? `${formatInteger(conflictCount)} in conflict` : null,
    refusedCount > 0 ? `${formatInteger(refusedCount)} refused` : null,
  ].filter((part) => part !== null);
  const repaired = repairedCount > 0 ? `; ${formatInteger(repairedCount)} of them repaired` : "";
  return `${parts.join(", ")}${repaired}.`;
}

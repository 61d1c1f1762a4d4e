"use client";
import { ImportProgress } from "#components/imports/import-progress.tsx";
import { useLiveImport } from "#components/imports/use-live-import.ts";
import { resultWords, type ShownImport } from "./import-words.ts";

/** Progress of an import of episodes as it goes, with its counts so far. `address` answers the import as JSON. */
export function ImportLive({ initial, address }: { initial: ShownImport; address: string }) {
  const { row, isLost } = useLiveImport(initial, address);
  return <ImportProgress row={row} result={resultWords(row)} isLost={isLost} />;
}

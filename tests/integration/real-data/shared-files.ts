import { createReadStream, existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { systemActor } from "#lib/domain/access/actor.ts";
import { importFile } from "#lib/operations/imports/import-file.ts";
import { runImport } from "#lib/operations/imports/run-import.ts";

/** Where the open data files lie. */
export const SHARED_FOLDER = path.resolve(import.meta.dirname, "../../../../shared/data");

/** True where the open data files lie beside the checkout; tests that read them are skipped elsewhere. */
export const hasSharedData = existsSync(path.join(SHARED_FOLDER, "episodes"));

/** What a skipped group of tests is called, so that the report says why. */
export const SKIP_NOTE = hasSharedData ? "" : " (skipped: ../shared/data is not here)";

/** The actor of these tests. */
export const SYSTEM = systemActor("test");

/** A data folder of its own for the files that imports store. */
export function temporaryDataDir(): string {
  return mkdtempSync(path.join(tmpdir(), "studio-real-data-"));
}

/** The ids (`pk`) of a file of one record a line, in its order. */
export function idsOf(file: string): string[] {
  const lines = readFileSync(path.join(SHARED_FOLDER, file), "utf8").split("\n");
  return lines.filter((line) => line.trim() !== "").map((line) => (JSON.parse(line) as { pk: string }).pk);
}

/** The records of a CSV file by its header. */
export function csvOf(file: string): Record<string, string>[] {
  return parse(readFileSync(path.join(SHARED_FOLDER, file)), { columns: true, bom: true }) as Record<string, string>[];
}

/** How many records of a file went each way. */
export type ImportCounts = [accepted: number, unchanged: number, conflict: number, refused: number];

/** Takes one file in as the page and the worker do, and answers the counts of its report. */
export async function importShared(file: string): Promise<{ importId: string; counts: ImportCounts }> {
  const source = createReadStream(path.join(SHARED_FOLDER, file));
  const { id } = await importFile(SYSTEM, { fileName: path.basename(file), source }, { enqueue: async () => "queued" });
  const done = await runImport(SYSTEM, { importId: id });
  if (done.state !== "completed") throw new Error(`${file}: ${done.state} ${done.error}`);
  return {
    importId: id,
    counts: [done.acceptedCount, done.unchangedCount, done.conflictCount, done.refusedCount],
  };
}

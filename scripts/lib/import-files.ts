import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import path from "node:path";
import { systemActor } from "#lib/domain/access/actor.ts";
import { isAppError } from "#lib/domain/shared/errors.ts";
import { importFile } from "#lib/operations/imports/import-file.ts";
import { runImport } from "#lib/operations/imports/run-import.ts";
import { Sentence } from "./sentence.ts";

const USAGE =
  "Usage: npm run import -- FILE… [--judge-version VERSION]   (JSON or JSON Lines; several files one after the other)";

/** Where the command writes; replaced in tests. `isTerminal` allows a line to be overwritten. */
export type Output = { write(text: string): void; isTerminal: boolean };

type Row = Awaited<ReturnType<typeof runImport>>;

const count = (value: number) => value.toLocaleString("en-US");

async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) throw new Sentence(`${file} is not there or is no file. Nothing was imported. ${USAGE}`);
  return found.size;
}

/** The line that shows how far a file is. */
function progressLine(name: string, rowsDone: number, share: number, sinceMs: number): string {
  const seconds = (performance.now() - sinceMs) / 1000;
  const left = share > 0 ? Math.round((seconds / share) * (1 - share)) : 0;
  const speed = Math.round(rowsDone / Math.max(seconds, 0.001));
  return `  ${name}: ${Math.round(share * 100)} %, ${count(rowsDone)} records, ${count(speed)} a second, about ${left} s left`;
}

function summary(row: Row, sinceMs: number): string {
  const seconds = ((performance.now() - sinceMs) / 1000).toFixed(1);
  const parts = [
    `${count(row.acceptedCount)} accepted`,
    `${count(row.unchangedCount)} unchanged`,
    `${count(row.conflictCount)} in conflict`,
    `${count(row.repairedCount)} repaired`,
    `${count(row.refusedCount)} refused`,
  ];
  const end = row.state === "completed" ? "" : ` ${row.state}: ${row.error}`;
  return `  ${row.fileName}: ${parts.join(", ")} (${seconds} s).${end}\n`;
}

async function importOne(file: string, judgeVersion: string, output: Output): Promise<Row> {
  const actor = systemActor("import");
  const start = performance.now();
  const bytes = await sizeOf(file);
  // The work is done here and now, so no worker is asked for it.
  const queued = await importFile(
    actor,
    { fileName: path.basename(file), source: createReadStream(file), judgeVersion },
    { enqueue: async () => null },
  );
  let shownAt = 0;
  const onProgress = ({ rowsDone, bytesDone }: { rowsDone: number; bytesDone: number }) => {
    if (!output.isTerminal || performance.now() - shownAt < 200) return;
    shownAt = performance.now();
    output.write(`\r\x1b[2K${progressLine(queued.fileName, rowsDone, bytesDone / bytes, start)}`);
  };
  const row = await runImport(actor, { importId: queued.id, onProgress });
  if (output.isTerminal) output.write("\r\x1b[2K");
  output.write(summary(row, start));
  return row;
}

/** The files and, where it is said, the version of the judges whose ratings come with their episodes. */
function parseArguments(said: readonly string[]): { files: string[]; judgeVersion: string } {
  const at = said.indexOf("--judge-version");
  if (at < 0) return { files: [...said], judgeVersion: "" };
  const judgeVersion = said[at + 1] ?? "";
  if (judgeVersion === "" || judgeVersion.startsWith("-")) throw new Sentence(USAGE);
  return { files: [...said.slice(0, at), ...said.slice(at + 2)], judgeVersion };
}

/**
 * Imports files from the shell, one after the other, and says what came of each. Answers the exit code: 0 when every
 * record of every file was taken or was here already, 2 when some were refused or are in conflict (the reports in the
 * app say which) or a whole file was refused, 1 when an import stopped. Throws {@link Sentence} for arguments that name no file.
 */
export async function importFromShell(said: string[], output: Output): Promise<0 | 1 | 2> {
  const { files, judgeVersion } = parseArguments(said);
  if (files.length === 0 || files.some((file) => file.startsWith("-"))) throw new Sentence(USAGE);
  for (const file of files) await sizeOf(file);
  const rows: Row[] = [];
  for (const file of files) {
    try {
      rows.push(await importOne(file, judgeVersion, output));
    } catch (error) {
      if (!isAppError(error)) throw error;
      output.write(`  ${file}: ${error.message}\n`);
    }
  }
  if (rows.some((row) => row.state !== "completed")) return 1;
  const isClean = rows.every((row) => row.refusedCount + row.conflictCount === 0);
  if (!isClean)
    output.write(
      "  Some records were refused or are in conflict: Episodes › Import in the app lists them line by line.\n",
    );
  return isClean && rows.length === files.length ? 0 : 2;
}

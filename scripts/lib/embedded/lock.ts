import { mkdirSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";

/** Holds a data folder until {@link DataLock.release} or the end of the process, however it ends. */
export type DataLock = { release(): void };

/**
 * Takes the exclusive lock of a data folder, or answers null when another process holds it. PGlite itself opens a
 * folder twice without a word and then loses rows. The lock is the operating system's own, taken through SQLite:
 * it disappears with the process, so a crash leaves nothing behind that would block the next start.
 */
export function takeDataLock(dataDir: string): DataLock | null {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = new DatabaseSync(path.join(dataDir, "lock.sqlite"), { timeout: 0 });
  try {
    file.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    file.close();
    if (isBusy(error)) return null;
    throw error;
  }
  return { release: () => file.close() };
}

/** SQLite's codes 5 (busy) and 6 (locked): somebody else has it. */
function isBusy(error: unknown): boolean {
  const code = (error as { errcode?: unknown } | null)?.errcode;
  return code === 5 || code === 6;
}

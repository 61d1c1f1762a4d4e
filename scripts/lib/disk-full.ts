import { statfsSync } from "node:fs";

/** Said wherever a write failed for want of room. */
export const DISK_FULL = "The disk is full, so nothing more can be written to it; what was saved is safe.";

/** What WebAssembly's file system, under the embedded database, calls a full disk; it throws an object that is no Error. */
const WASI_NO_SPACE = 51;

/** The embedded database opens with less than this free, in bytes, only by luck: it goes over its log and cuts a new piece of 16 MB. */
const NEEDED_TO_OPEN = 20_000_000;

/** Whether a failure says that the disk is full: Node's own error or the embedded database's. */
export function isDiskFull(error: unknown): boolean {
  const { code, errno } = (error ?? {}) as { code?: unknown; errno?: unknown };
  return code === "ENOSPC" || errno === WASI_NO_SPACE;
}

/** Whether the disk of a folder has the room that opening the embedded database takes; true where nobody can say. */
export function hasRoom(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= NEEDED_TO_OPEN;
  } catch {
    return true;
  }
}

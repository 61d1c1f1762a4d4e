/**
 * The one process that owns the embedded database. Started by others with DATA_DIR and SOCKET_DIR in the environment
 * (no DATA_DIR: in memory, for tests). Says `{ ready: url }` or `{ refused: sentence }` to the process that started it.
 */
import path from "node:path";
import { stopWithParent, tellParent } from "#lib/parent-process.ts";
import { DISK_FULL, hasRoom, isDiskFull } from "./lib/disk-full.ts";
import { type DataLock, takeDataLock } from "./lib/embedded/lock.ts";
import { type EmbeddedServer, openEmbeddedServer } from "./lib/embedded/server.ts";

/** Exit code of an owner that was refused: starting it again would not help. */
const REFUSED = 12;

function refuse(sentence: string): never {
  tellParent({ refused: sentence });
  // The message leaves before the process does: disconnecting flushes the channel.
  process.disconnect?.();
  process.exit(REFUSED);
}

/** Ends with a sentence where a failure is no fault of the folder but of a disk without room; for any other it returns. */
function refuseIfDiskFull(error: unknown, folder: string): void {
  if (isDiskFull(error) || !hasRoom(folder)) refuse(`${DISK_FULL} Make room on the disk of ${folder} and start again.`);
}

function lockOrRefuse(dataDir: string): DataLock {
  const lock = tryLock(dataDir);
  if (lock) return lock;
  return refuse(
    `Another copy is already using the data folder ${dataDir}. Use that one, stop it first, or give this one its own DATA_DIR.`,
  );
}

function tryLock(dataDir: string): DataLock | null {
  try {
    return takeDataLock(dataDir);
  } catch (error) {
    refuseIfDiskFull(error, dataDir);
    throw error;
  }
}

async function open(dataDir: string | undefined, socketDir: string): Promise<EmbeddedServer> {
  const folder = dataDir ? path.join(dataDir, "database") : undefined;
  const broken = (error: unknown) => {
    console.error("The embedded database failed and starts anew.", error);
    process.exit(1);
  };
  try {
    return await openEmbeddedServer(folder, socketDir, broken);
  } catch (error) {
    if (dataDir) refuseIfDiskFull(error, dataDir);
    const cause = error instanceof Error ? error.message : String(error);
    return refuse(
      `The embedded database in ${folder ?? "memory"} cannot be opened (${cause}). Restore the folder from a backup, or give another DATA_DIR.`,
    );
  }
}

async function main(): Promise<void> {
  const dataDir = process.env.DATA_DIR || undefined;
  const socketDir = process.env.SOCKET_DIR;
  if (!socketDir) throw new Error("SOCKET_DIR is missing. The owner is started by npm start, not by hand.");
  const lock = dataDir ? lockOrRefuse(dataDir) : undefined;
  const server = await open(dataDir, socketDir);
  stopWithParent(async () => {
    await server.close();
    lock?.release();
  });
  tellParent({ ready: server.url });
}

await main();

import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { startWireServer } from "./wire-server.ts";

/** Connections served at once: web and worker keep 5 each, the queue a few, the shell commands the rest. */
const MAX_CONNECTIONS = 60;

/**
 * New pieces of the write-ahead log are not filled with zeros first: that is for disks on which a log that is flushed often
 * should lie in place already, and PGlite never flushes. An import writes a third less without it.
 */
const START = [...PGlite.defaultStartParams, "-c", "wal_init_zero=off"];

/** A running embedded database, reached with the ordinary driver under `url`. */
export type EmbeddedServer = { url: string; close(): Promise<void> };

/** The address of the embedded database whose socket lies in a folder. */
export function embeddedUrl(socketFolder: string): string {
  return `postgresql://postgres@localhost:5432/postgres?host=${encodeURIComponent(socketFolder)}`;
}

/**
 * Opens PGlite and serves it on a socket in `socketFolder`, which only this user may enter.
 * @param folder where the database lives; undefined keeps it in memory
 * @param onBroken called when the database itself fails (not one statement): the process must end and start anew,
 *   because the server would leave every client waiting.
 */
export async function openEmbeddedServer(
  folder: string | undefined,
  socketFolder: string,
  onBroken: (error: unknown) => void,
): Promise<EmbeddedServer> {
  const database = new PGlite({ ...(folder && { dataDir: folder }), startParams: START });
  await database.waitReady;
  reportBreakage(database, onBroken);
  await mkdir(socketFolder, { recursive: true, mode: 0o700 });
  const socket = path.join(socketFolder, ".s.PGSQL.5432");
  // A socket file that a killed owner left behind; the data lock says that nobody else listens on it.
  await rm(socket, { force: true });
  const server = await startWireServer(database, socket, MAX_CONNECTIONS);
  return {
    url: embeddedUrl(socketFolder),
    close: async () => {
      await server.close();
      await database.close();
      await rm(socket, { force: true });
    },
  };
}

function reportBreakage(database: PGlite, onBroken: (error: unknown) => void): void {
  const run = database.execProtocolRawStream.bind(database);
  database.execProtocolRawStream = async (message, options) => {
    try {
      await run(message, options);
    } catch (error) {
      onBroken(error);
      throw error;
    }
  };
}

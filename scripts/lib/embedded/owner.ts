import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import os from "node:os";
import path from "node:path";

const SCRIPT = path.join(import.meta.dirname, "../../database.ts");
const QUIET = "--disable-warning=ExperimentalWarning";

/** A refusal of the owner process, in a sentence; starting it again would not help. */
export class OwnerRefused extends Error {
  override name = "OwnerRefused";
}

/** An owner process and the address under which its database answers. */
export type Owner = { child: ChildProcess; url: string };

/**
 * Starts an owner process and waits until its database answers. The child ends with this process, however that ends.
 * @param dataDir folder of the database; undefined keeps it in memory
 * Throws {@link OwnerRefused} when the folder is in use or damaged.
 */
export function startOwner(dataDir: string | undefined, socketDir: string): Promise<Owner> {
  const child = spawn(process.execPath, [QUIET, SCRIPT], {
    // Its own process group: Ctrl-C in a terminal reaches only the supervisor, which stops it last.
    detached: true,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: { ...process.env, DATA_DIR: dataDir ?? "", SOCKET_DIR: socketDir },
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) =>
      reject(new Error(`The embedded database ended while starting (${signal ?? code}).`)),
    );
    child.on("message", (message: { ready?: string; refused?: string }) => {
      if (message.ready) resolve({ child, url: message.ready });
      if (message.refused) reject(new OwnerRefused(message.refused));
    });
  });
}

/** Asks an owner to stop and waits for it; kills it after `limitMs`. */
export function stopOwner(owner: Owner, limitMs = 8_000): Promise<void> {
  const { child } = owner;
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill("SIGKILL"), limitMs);
    child.once("exit", () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill("SIGTERM");
  });
}

/** A new folder for a socket, short enough for the operating system's limit of about 100 characters. */
export function temporarySocketDir(): string {
  return mkdtempSync(path.join(os.tmpdir(), "studio-socket-"));
}

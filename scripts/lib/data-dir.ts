import { createHash, randomBytes } from "node:crypto";
import {
  accessSync,
  chmodSync,
  constants,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { Sentence } from "./sentence.ts";

/** Longest folder in which a socket may lie: the operating system allows about 100 characters with the file's name. */
const LONGEST_SOCKET_FOLDER = 85;

/** Makes the data folder if need be and answers its full path. Throws a {@link Sentence} when it cannot be used. */
export function openDataDir(setting: string): string {
  const folder = path.resolve(setting);
  try {
    makeFolder(folder);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const cause = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new Sentence(
      `The data folder ${folder} cannot be read and written (${cause}). Give this user the right to it, or set DATA_DIR to another folder.`,
    );
  }
  return folder;
}

/**
 * Makes a folder and those above it. Not by mkdir's `recursive`, which in Node never returns where a parent exists
 * but admits no child (/proc, an automounter's folder). Throws the system's error.
 */
function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  const above = path.dirname(folder);
  if (above !== folder) makeFolder(above);
  mkdirSync(folder, { mode: 0o700 });
}

/**
 * The folder of the database's socket: inside the data folder, or where that path is too long, in the temporary folder
 * under a name that follows from it. Only this user may enter it.
 */
export function socketFolder(dataDir: string): string {
  const inside = path.join(dataDir, "socket");
  if (inside.length <= LONGEST_SOCKET_FOLDER) return inside;
  const name = createHash("sha256").update(dataDir).digest("hex").slice(0, 16);
  const outside = path.join(os.tmpdir(), `studio-${os.userInfo().uid}-${name}`);
  mkdirSync(outside, { recursive: true, mode: 0o700 });
  chmodSync(outside, 0o700);
  return outside;
}

/**
 * The key that signs sessions, made on first use and kept in the data folder where only this user reads it. It is written
 * beside its place and linked there whole: a full disk must not leave an empty key, with which nothing could be signed.
 */
export function readOrMakeSecret(dataDir: string): string {
  const file = path.join(dataDir, "auth-secret");
  const fresh = `${file}.${process.pid}`;
  const kept = statSync(file, { throwIfNoEntry: false });
  if (kept?.size) return readFileSync(file, "utf8").trim();
  if (kept) rmSync(file);
  try {
    writeFileSync(fresh, randomBytes(32).toString("hex"), { mode: 0o600 });
    linkSync(fresh, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(fresh, { force: true });
  }
  return readFileSync(file, "utf8").trim();
}

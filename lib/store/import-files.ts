import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { AppError } from "#lib/domain/shared/errors.ts";
import { env } from "#lib/env.ts";

/** A file that was stored whole: where, how long, and the SHA-256 of its bytes in hexadecimal. */
export type StoredFile = { storedPath: string; bytes: number; sha256: string };

function folder(): string {
  return path.join(env().DATA_DIR, "imports");
}

/** Where an import's file lies; the stored path is relative to the data folder, so that the folder may be moved. */
function absolute(storedPath: string): string {
  return path.resolve(env().DATA_DIR, storedPath);
}

function tooLarge(maxBytes: number): AppError {
  const megabytes = Math.round(maxBytes / 1_048_576);
  return new AppError(
    "TOO_LARGE",
    `The file is larger than the ${megabytes} MB that may be uploaded. Nothing was imported. Split it, or raise UPLOAD_MAX_MB.`,
  );
}

/**
 * Streams a file to the data folder under an import's id and makes sure that it is on the disk. Throws `TOO_LARGE`
 * as soon as it grows past `UPLOAD_MAX_MB`; what had been written is removed then, and also when the sender goes away.
 */
export async function storeImportFile(id: string, source: AsyncIterable<Uint8Array>): Promise<StoredFile> {
  const maxBytes = env().UPLOAD_MAX_MB * 1_048_576;
  const storedPath = path.join("imports", id);
  const target = absolute(storedPath);
  const partial = `${target}.partial`;
  const hash = createHash("sha256");
  let bytes = 0;
  await mkdir(folder(), { recursive: true });
  try {
    // Opened before anything is sent: a stream that opens by itself may make the file after a failure removed it.
    const file = await open(partial, "w");
    await pipeline(
      source,
      async function* (chunks: AsyncIterable<Uint8Array>) {
        for await (const chunk of chunks) {
          bytes += chunk.byteLength;
          if (bytes > maxBytes) throw tooLarge(maxBytes);
          hash.update(chunk);
          yield chunk;
        }
      },
      file.createWriteStream(),
    );
    await flush(partial);
    await rename(partial, target);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  return { storedPath, bytes, sha256: hash.digest("hex") };
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, "r+");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The bytes of a stored file from its beginning, in pieces of 256 kB. */
export function readImportFile(storedPath: string): AsyncIterable<Uint8Array> {
  return createReadStream(absolute(storedPath), { highWaterMark: 256 * 1024 });
}

/** Removes a stored file; one that is gone already is fine. */
export async function deleteImportFile(storedPath: string): Promise<void> {
  if (storedPath !== "") await rm(absolute(storedPath), { force: true });
}

/** Files that wait for their import, as stored paths, whose bytes were last written before a moment. */
export async function listImportFiles(before: Date): Promise<string[]> {
  const names = await readdir(folder()).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const found: string[] = [];
  for (const name of names) {
    const storedPath = path.join("imports", name);
    const file = await stat(absolute(storedPath)).catch(() => null);
    if (file?.isFile() && file.mtime < before) found.push(storedPath);
  }
  return found;
}

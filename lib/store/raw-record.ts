import { constants, zstdCompressSync, zstdDecompressSync } from "node:zlib";
import { storableText } from "./storable.ts";

/** The fastest level; episodes still shrink to about a quarter. */
const LEVEL = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };
/** The four bytes with which every zstd frame begins. */
const MAGIC = [0x28, 0xb5, 0x2f, 0xfd];
/** Far above the longest record that is taken in (8 M characters), so that a damaged frame cannot fill the memory. */
const MAX_OUTPUT = 64 * 1024 * 1024;

/** A raw record as the database keeps it. */
export function packRaw(text: string): Buffer<ArrayBuffer> {
  return Buffer.from(zstdCompressSync(storableText(text), LEVEL));
}

/** The text of a stored raw record, or null where its bytes are damaged: one bad record must not hold up all the others. */
export function readRaw(bytes: Uint8Array): string | null {
  try {
    return unpackRaw(bytes);
  } catch {
    return null;
  }
}

/** The text of a stored raw record; bytes that are no zstd frame are plain UTF-8. */
export function unpackRaw(bytes: Uint8Array): string {
  const isPacked = MAGIC.every((byte, index) => bytes[index] === byte);
  const plain = isPacked ? zstdDecompressSync(bytes, { maxOutputLength: MAX_OUTPUT }) : bytes;
  return Buffer.from(plain).toString("utf8");
}

import { createHash } from "node:crypto";

/** Counts the bytes that pass and hashes them, for the manifest. Read `sha256()` once, after the last byte. */
export class Tally {
  bytes = 0;
  #hash = createHash("sha256");

  /** Passes chunks through unchanged while counting and hashing them. */
  async *through(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      const bytes = typeof chunk === "string" ? Buffer.from(chunk, "utf8") : chunk;
      this.bytes += bytes.length;
      this.#hash.update(bytes);
      if (bytes.length > 0) yield bytes;
    }
  }

  /** SHA-256 of all bytes so far, in hex. */
  sha256(): string {
    return this.#hash.copy().digest("hex");
  }
}

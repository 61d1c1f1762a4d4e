import { unzipSync, Zip, ZipDeflate, ZipPassThrough } from "fflate";

/** A ZIP archive that is written file by file in the browser. */
export class Archive {
  readonly #chunks: Uint8Array<ArrayBuffer>[] = [];
  readonly #at = new Date();
  readonly #zip = new Zip((error, chunk) => {
    if (error) throw error;
    this.#chunks.push(chunk as Uint8Array<ArrayBuffer>);
  });

  /** Adds a file. What is packed already, as pictures in dots are, is only stored. */
  add(name: string, content: Uint8Array, { isPacked = false } = {}): void {
    const file = isPacked ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    file.mtime = this.#at;
    this.#zip.add(file);
    file.push(content, true);
  }

  /** Ends the archive; nothing can be added after that. */
  finish(): Blob {
    this.#zip.end();
    return new Blob(this.#chunks, { type: "application/zip" });
  }
}

/** The files of an archive by name. Throws when it is cut off or broken. */
export function filesOf(archive: Uint8Array): [name: string, content: Uint8Array][] {
  return Object.entries(unzipSync(archive));
}

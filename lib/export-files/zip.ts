import { Readable } from "node:stream";
import yazl from "yazl";

/** One file of an archive; its content is asked for only when its turn has come. */
export type ZipEntry = { name: string; content: () => AsyncIterable<Uint8Array | string> };

/**
 * Streams a ZIP archive, entry after entry, in constant memory. Entries may themselves come one by one: what is there is
 * sent while the next ones are still being made. An error in a content or between entries ends the stream with it.
 */
export function zipStream(entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>, modifiedAt: Date): Readable {
  const zip = new yazl.ZipFile();
  const output = zip.outputStream as Readable;
  zip.on("error", (error) => output.destroy(error as Error));
  const addAll = async () => {
    for await (const entry of entries) {
      // Whoever was waiting has gone: what is still to come need not be made.
      if (output.destroyed) return;
      const content = Readable.from(entry.content(), { objectMode: false });
      content.on("error", (error) => output.destroy(error));
      zip.addReadStream(content, entry.name, { mtime: modifiedAt });
    }
    zip.end();
  };
  addAll().catch((error) => output.destroy(error as Error));
  return output;
}

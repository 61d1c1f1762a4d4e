import { Readable } from "node:stream";
import yazl from "yazl";

/** One file of an archive; its content is asked for only when its turn has come. */
export type ZipEntry = { name: string; content: () => AsyncIterable<Uint8Array | string> };

/** Streams a ZIP archive, entry after entry, in constant memory. An error in a content ends the stream with it. */
export function zipStream(entries: readonly ZipEntry[], modifiedAt: Date): Readable {
  const zip = new yazl.ZipFile();
  const output = zip.outputStream as Readable;
  zip.on("error", (error) => output.destroy(error as Error));
  for (const entry of entries) {
    const content = Readable.from(entry.content(), { objectMode: false });
    content.on("error", (error) => output.destroy(error));
    zip.addReadStream(content, entry.name, { mtime: modifiedAt });
  }
  zip.end();
  return output;
}

import { Readable } from "node:stream";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";

/** What a download needs to know of a file. */
export type Download = { fileName: string; mediaType: string; content: AsyncIterable<Uint8Array> };

/** Streams a file to the browser under its name, with backpressure; it is never shown in the page and never cached. */
export function downloadResponse(file: Download): Response {
  const body = Readable.toWeb(Readable.from(file.content, { objectMode: false })) as NodeReadableStream<Uint8Array>;
  return new Response(body as unknown as BodyInit, {
    headers: {
      "Content-Type": file.mediaType,
      "Content-Disposition": `attachment; filename="${file.fileName.replace(/[^\w.-]/g, "_")}"`,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

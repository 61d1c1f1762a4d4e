import { Readable } from "node:stream";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import { Busboy, type BusboyHeaders } from "@fastify/busboy";
import { AppError } from "#lib/domain/shared/errors.ts";

/**
 * A file as its sender calls it, with its bytes, to be read once, and what was said along with it: the fields of a form
 * that stand before the file, or the parameters of the address.
 */
export type UploadedFile = { fileName: string; source: AsyncIterable<Uint8Array>; fields: Record<string, string> };

type BusboyParser = InstanceType<typeof Busboy>;

/** Files that one request may carry. */
const MAX_FILES = 50;

function bodyOf(request: Request): Readable {
  if (!request.body) throw new AppError("INVALID", "The request has no body. Send a file.");
  return Readable.fromWeb(request.body as unknown as NodeReadableStream<Uint8Array>);
}

/**
 * Hands the files of a request to `take`, one after the other and without holding them in memory: the parts of a
 * multipart form, or else the body itself, named by `fileName` in the address or the `X-File-Name` header. File fields
 * left empty are passed over. Answers what `take` answered.
 */
export async function takeUploadedFiles<T>(request: Request, take: (file: UploadedFile) => Promise<T>): Promise<T[]> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data/i.test(type)) {
    const fields = Object.fromEntries(new URL(request.url).searchParams);
    const fileName = fields.fileName ?? request.headers.get("x-file-name") ?? "";
    return [await take({ fileName, source: bodyOf(request), fields })];
  }
  return takeParts(bodyOf(request), type, take);
}

async function takeParts<T>(body: Readable, type: string, take: (file: UploadedFile) => Promise<T>): Promise<T[]> {
  const results: Promise<T>[] = [];
  const fields: Record<string, string> = {};
  // The first failure is the one to tell: those after it follow from it.
  let failure: unknown;
  const fail = (error: unknown) => {
    failure ??= error;
  };
  const parser = new Busboy({
    headers: { "content-type": type } as BusboyHeaders,
    limits: { files: MAX_FILES, fields: 20, fieldSize: 10_000 },
  });
  parser.on("field", (name, value) => {
    fields[name] = value;
  });
  parser.on("file", (_field, stream, fileName) => {
    // A file field that was left empty arrives as a part without a name.
    if (!fileName) return void stream.resume();
    const result = take({ fileName, source: stream, fields: { ...fields } });
    results.push(result);
    // One refused file refuses the request: reading on would only take in bytes that nobody wants.
    result.catch((error: unknown) => {
      fail(error);
      body.unpipe(parser);
      body.destroy();
      parser.destroy();
    });
  });
  await readThrough(body, parser, fail);
  const settled = await Promise.allSettled(results);
  if (failure) throw failure;
  return settled.map((result) => (result as PromiseFulfilledResult<T>).value);
}

/** Leads a body through a parser to the end of either; what goes wrong on the way is given to `fail`. */
function readThrough(body: Readable, parser: BusboyParser, fail: (error: unknown) => void): Promise<void> {
  return new Promise((resolve) => {
    parser.once("finish", resolve);
    parser.once("close", resolve);
    parser.once("error", (error) => {
      fail(
        new AppError("INVALID", `The upload cannot be read (${error}). Nothing was imported from it. Send it again.`),
      );
      resolve();
    });
    body.once("error", (error) => {
      fail(error);
      parser.destroy();
      resolve();
    });
    body.pipe(parser);
  });
}

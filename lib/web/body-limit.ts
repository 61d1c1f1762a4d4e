import { AppError } from "#lib/domain/shared/errors.ts";

/** Most bytes that a request may carry which is not an upload: 2 MiB, the limit of server actions too. */
const BODY_LIMIT_BYTES = 2 * 1024 * 1024;

/** Throws `TOO_LARGE` when a request says that its body is longer than `limit` bytes. */
export function requireBodyWithin(headers: Headers, limit: number = BODY_LIMIT_BYTES): void {
  if (Number(headers.get("content-length") ?? 0) > limit) throw tooLarge(limit);
}

/**
 * The request with a body that ends in `TOO_LARGE` once it is longer than `limit` bytes; a length that the request
 * states is checked before anything is read, and one that it does not state is counted.
 */
export function limitBody(request: Request, limit: number = BODY_LIMIT_BYTES): Request {
  requireBodyWithin(request.headers, limit);
  if (request.headers.has("content-length") || !request.body) return request;
  let bytes = 0;
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes > limit) controller.error(tooLarge(limit));
      else controller.enqueue(chunk);
    },
  });
  const { method, headers } = request;
  // Node wants `duplex` for a streamed body; its type is missing from the DOM's.
  const init = { method, headers, body: request.body.pipeThrough(counted), duplex: "half" };
  return new Request(request.url, init as RequestInit);
}

function tooLarge(limit: number): AppError {
  const megabytes = Math.max(1, Math.floor(limit / 1_048_576));
  return new AppError(
    "TOO_LARGE",
    `What was sent is larger than the ${megabytes} MB that are allowed here. Nothing was changed. Send less at a time.`,
  );
}

import { AppError } from "#lib/domain/shared/errors.ts";

/** Most bytes that a request may carry which is not an upload: 2 MiB, the limit of server actions too. */
export const BODY_LIMIT_BYTES = 2 * 1024 * 1024;

/** Throws `TOO_LARGE` when a request says that its body is longer than `limit` bytes. */
export function requireBodyWithin(headers: Headers, limit: number = BODY_LIMIT_BYTES): void {
  const length = Number(headers.get("content-length") ?? 0);
  if (length <= limit) return;
  const megabytes = Math.max(1, Math.floor(limit / 1_048_576));
  throw new AppError(
    "TOO_LARGE",
    `What was sent is larger than the ${megabytes} MB that are allowed here. Nothing was changed. Send less at a time.`,
  );
}

import { AppError } from "#lib/domain/shared/errors.ts";
import { appUrl, env } from "#lib/env.ts";

/** The methods that may change something. */
const UNSAFE = new Set(["POST", "PUT", "PATCH", "DELETE"]);

/** What the check needs to know of a request. */
export type OriginRequest = { method: string; headers: Headers };

/**
 * Whether an unsafe request comes from a page of this app: its `Origin`, or where that is absent its `Referer`, names
 * the host that was asked or the configured address. `null` and nothing at all are refused. Requests that carry an API
 * token and no cookie cannot be forged by another site and pass.
 */
export function isFromOwnOrigin(request: OriginRequest, ownUrl: string): boolean {
  if (!UNSAFE.has(request.method)) return true;
  const { headers } = request;
  if (/^Bearer /i.test(headers.get("authorization") ?? "") && !headers.has("cookie")) return true;
  const source = headers.get("origin") ?? headers.get("referer");
  if (!source || source === "null" || !URL.canParse(source)) return false;
  const from = new URL(source);
  return from.origin === new URL(ownUrl).origin || from.host === headers.get("host");
}

/** Throws `FORBIDDEN` for an unsafe request that does not come from a page of this app. */
export function requireOwnOrigin(request: OriginRequest): void {
  if (isFromOwnOrigin(request, appUrl(env()))) return;
  throw new AppError(
    "FORBIDDEN",
    "This request did not come from a page of this app, so nothing was done. Open the page again and send it from there.",
  );
}

import { type Env, env } from "#lib/env.ts";

/** The header in which the web process puts the address of the socket; see `scripts/lib/web-preload.ts`. */
const SOCKET_ADDRESS_HEADER = "x-studio-remote-address";

const plain = (address: string | undefined) => (address ?? "").trim().replace(/^::ffff:/, "");

/**
 * The network address to count tries of sign-in by: the socket's own; with TRUST_PROXY the last entry of
 * `X-Forwarded-For`, the one that the proxy in front wrote itself. Without that setting the header is worth nothing,
 * since anybody can send it.
 */
export function clientAddress(headers: Headers, settings: Pick<Env, "TRUST_PROXY"> = env()): string {
  const socket = plain(headers.get(SOCKET_ADDRESS_HEADER) ?? undefined);
  const forwarded = settings.TRUST_PROXY ? plain(headers.get("x-forwarded-for")?.split(",").at(-1)) : "";
  return forwarded || socket || "unknown";
}

/** The header in which the web process puts the address of the socket; see `scripts/lib/web-preload.ts`. */
const SOCKET_ADDRESS_HEADER = "x-studio-remote-address";

/** Addresses of this machine and of private networks, where a reverse proxy would stand. */
const NEAR = /^(::1|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|f[cd])/i;

/**
 * The network address to count tries of sign-in by. The socket's own, unless it is near enough to be a reverse proxy:
 * then the last entry of `X-Forwarded-For`, which is the one that proxy wrote itself.
 */
export function clientAddress(headers: Headers): string {
  const socket = (headers.get(SOCKET_ADDRESS_HEADER) ?? "").replace(/^::ffff:/, "");
  if (socket && !NEAR.test(socket)) return socket;
  const forwarded = headers
    .get("x-forwarded-for")
    ?.split(",")
    .at(-1)
    ?.trim()
    .replace(/^::ffff:/, "");
  return forwarded || socket || "unknown";
}

import { timingSafeEqual } from "node:crypto";
import { AppError } from "#lib/domain/shared/errors.ts";
import { env } from "#lib/env.ts";

/** Set by the web process itself for each request (scripts/lib/web-preload.ts), over whatever the client sent. */
const SOCKET_ADDRESS = "x-studio-remote-address";

/**
 * Refuses whoever may not read the metrics: with METRICS_TOKEN set, who does not send it as a bearer token; without it,
 * everybody but this machine itself. Throws `FORBIDDEN`.
 */
export function requireMetricsReader(headers: Headers): void {
  const token = env().METRICS_TOKEN;
  const allowed = token ? isToken(headers.get("authorization"), token) : isThisMachine(headers);
  if (!allowed) {
    throw new AppError(
      "FORBIDDEN",
      "The metrics are not open to you. Ask from the machine itself, or send METRICS_TOKEN as a bearer token.",
    );
  }
}

function isToken(authorization: string | null, token: string): boolean {
  const given = Buffer.from(authorization ?? "");
  const expected = Buffer.from(`Bearer ${token}`);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** True for a direct connection from this machine; a request that a proxy passed on comes from who knows where. */
function isThisMachine(headers: Headers): boolean {
  if (process.env.STUDIO_STAMPED !== "1") return false;
  const socket = (headers.get(SOCKET_ADDRESS) ?? "").replace(/^::ffff:/, "");
  if (headers.has("forwarded") || headers.has("via") || headers.has("x-real-ip")) return false;
  // Next writes the socket's own address there when no proxy has.
  const forwarded = (headers.get("x-forwarded-for") ?? socket).replace(/^::ffff:/, "");
  return (socket === "::1" || socket.startsWith("127.")) && forwarded === socket;
}

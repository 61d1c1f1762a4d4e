/**
 * Loaded into the web process before Next: it ends in order when the process that started it has gone, and stamps every
 * request with the address of the socket it came through and with a request id. Both headers are overwritten or checked
 * here, so what stands in them can be trusted further in. An address that cannot be decoded is answered here as well, and
 * each request gets its line in the log.
 */
import { randomUUID } from "node:crypto";
import { type IncomingMessage, Server, type ServerResponse } from "node:http";
import path from "node:path";
import { requestLog } from "#lib/log.ts";
import { answerMalformedAddress } from "./malformed-address.ts";
import { logRequest } from "./request-log.ts";
import { routePatterns } from "./route-patterns.ts";

/** The header that carries the socket's address; `lib/web` reads it. */
const ADDRESS_HEADER = "x-studio-remote-address";
const ID_HEADER = "x-request-id";
const ID_FORM = /^[A-Za-z0-9._-]{8,64}$/;

function stamp(request: IncomingMessage): void {
  request.headers[ADDRESS_HEADER] = request.socket.remoteAddress ?? "";
  const given = request.headers[ID_HEADER];
  if (typeof given !== "string" || !ID_FORM.test(given)) request.headers[ID_HEADER] = randomUUID();
}

/** What cannot be decoded is answered at once, everything else by Next. */
function handle(request: IncomingMessage, response: ServerResponse, next: () => boolean): boolean {
  const answer = answerMalformedAddress(request.url ?? "/", request.headers.accept ?? "");
  if (!answer) return next();
  response.writeHead(answer.status, { ...answer.headers, [ID_HEADER]: request.headers[ID_HEADER] });
  response.end(answer.body);
  return true;
}

const logging = {
  logger: requestLog,
  routeOf: routePatterns(path.join(import.meta.dirname, "../../app")),
  isTerminal: process.env.STUDIO_TERMINAL === "1",
};

type Emit = (this: Server, event: string | symbol, ...args: unknown[]) => boolean;

const emit = Server.prototype.emit as Emit;
Server.prototype.emit = function stampedEmit(event, ...args) {
  if (event !== "request") return emit.call(this, event, ...args);
  const [request, response] = args as [IncomingMessage, ServerResponse];
  stamp(request);
  return logRequest(request, response, logging, () => handle(request, response, () => emit.call(this, event, ...args)));
} as Emit;

process.env.STUDIO_STAMPED = "1";
process.on("disconnect", () => {
  process.kill(process.pid, "SIGTERM");
  // Next waits for open connections, and there is nobody left to end it by force.
  setTimeout(() => process.exit(1), 5_000).unref();
});

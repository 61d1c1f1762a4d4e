import type { IncomingMessage, ServerResponse } from "node:http";
import type { requestLog } from "#lib/log.ts";
import { type RequestScope, runInRequestScope } from "#lib/request-scope.ts";

/** What is asked for all the time and tells nothing: probes, metrics, and the parts of pages. */
const QUIET = /^\/(_next\/|api\/health|api\/metrics|icon\.svg|favicon\.ico)/;

/** The path of an address without its query, whatever stands in it. */
function pathOf(url: string): string {
  const end = url.search(/[?#]/);
  return end === -1 ? url : url.slice(0, end);
}

/**
 * Answers one request by `handle` and writes one line when it has been answered: method, route, status, milliseconds,
 * request id, and the kind of actor that it was found to come from. Neither the address nor its query is written, because
 * entry links, panel ids and tokens stand there. Probes and parts of pages are written at level `debug`, as is everything
 * with `isTerminal`, where a person reads along.
 */
export function logRequest<Answer>(
  request: IncomingMessage,
  response: ServerResponse,
  options: { logger: typeof requestLog; routeOf: (pathname: string) => string | null; isTerminal: boolean },
  handle: () => Answer,
): Answer {
  const scope: RequestScope = {
    requestId: String(request.headers["x-request-id"] ?? ""),
    seen: { actorKind: "anonymous" },
  };
  const pathname = pathOf(request.url ?? "/");
  const isQuiet = options.isTerminal || QUIET.test(pathname);
  const logger = options.logger();
  if (!logger.isLevelEnabled(isQuiet ? "debug" : "info")) return runInRequestScope(scope, handle);
  const startedAt = performance.now();
  response.once("close", () => {
    const line = {
      method: request.method,
      route: options.routeOf(pathname) ?? (pathname.startsWith("/_next/") ? "/_next" : "unknown"),
      status: response.statusCode,
      ms: Math.round((performance.now() - startedAt) * 10) / 10,
      requestId: scope.requestId,
      actor: scope.seen.actorKind,
      ...(response.writableFinished ? {} : { isCutOff: true }),
    };
    if (isQuiet) logger.debug(line, "Request");
    else logger.info(line, "Request");
  });
  return runInRequestScope(scope, handle);
}

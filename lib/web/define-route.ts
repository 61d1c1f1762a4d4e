import { unstable_rethrow } from "next/navigation";
import type { NextRequest } from "next/server";
import { type Actor, ANONYMOUS } from "#lib/domain/access/actor.ts";
import { AppError, isAppError } from "#lib/domain/shared/errors.ts";
import { inRequestScope } from "#lib/request-scope.ts";
import { readVisitActor } from "./annotator-cookie.ts";
import { findRequestUser } from "./current-actor.ts";
import { defectResponse, errorResponse } from "./error-response.ts";
import { requireOwnOrigin } from "./origin.ts";
import { PATH_HEADER } from "./path-header.ts";
import { reportDefect } from "./report-defect.ts";
import { chooseRequestId, REQUEST_ID_HEADER } from "./request-id.ts";
import { isHttps, securityHeaders } from "./security-headers.ts";

/**
 * Who must be known before the handler runs. `user`: a session cookie or an API token; `annotator`: the visit cookie
 * of the `entryToken` in the path; `none`: nobody (the handler still gets a signed-in user's actor with `optional`).
 */
export type RouteAuth = "user" | "annotator" | "none" | "optional";

/** What a route handler gets. Catch-all parameters are joined with slashes. */
export type RouteCall = {
  request: NextRequest;
  actor: Actor;
  params: Record<string, string>;
  requestId: string;
};

type RouteHandler = (call: RouteCall) => Promise<Response | object>;
type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> };

/**
 * Builds a route handler: checks where an unsafe request comes from, finds the actor, runs the handler, and maps
 * every `AppError` to its status with a JSON body. A plain object becomes JSON; answers are never cached.
 */
export function defineRoute(options: { auth: RouteAuth }, handler: RouteHandler) {
  return async (request: NextRequest, context: RouteContext): Promise<Response> => {
    const requestId = chooseRequestId(request.headers.get(REQUEST_ID_HEADER));
    const response = await answer(request, context, options.auth, handler, requestId);
    return finish(response, requestId, request.headers.has(PATH_HEADER));
  };
}

async function answer(
  request: NextRequest,
  context: RouteContext,
  auth: RouteAuth,
  handler: RouteHandler,
  requestId: string,
): Promise<Response> {
  try {
    requireOwnOrigin(request);
    const params = joinedParams((await context.params) ?? {});
    const actor = await findActor(request, auth, params);
    const result = await inRequestScope({ requestId }, () => handler({ request, actor, params, requestId }));
    return result instanceof Response ? result : Response.json(result);
  } catch (error) {
    unstable_rethrow(error);
    if (isAppError(error)) return errorResponse(error);
    reportDefect(error, { requestId, at: `${request.method} ${request.nextUrl.pathname}` });
    return defectResponse(requestId);
  }
}

async function findActor(request: NextRequest, auth: RouteAuth, params: Record<string, string>): Promise<Actor> {
  if (auth === "none") return ANONYMOUS;
  if (auth === "annotator") {
    const actor = await readVisitActor(request, params.entryToken ?? "");
    if (!actor)
      throw new AppError(
        "UNAUTHENTICATED",
        "This visit has ended or began in another browser. Open your study link again; nothing that was saved is lost.",
      );
    return actor;
  }
  const user = await findRequestUser(request);
  if (!user && auth === "user") throw new AppError("UNAUTHENTICATED", "Sign in, or send an API token, to go on.");
  return user ?? ANONYMOUS;
}

function joinedParams(params: Record<string, string | string[] | undefined>): Record<string, string> {
  const entries = Object.entries(params).filter(
    (entry): entry is [string, string | string[]] => entry[1] !== undefined,
  );
  return Object.fromEntries(entries.map(([name, value]) => [name, Array.isArray(value) ? value.join("/") : value]));
}

/** A policy for answers that are not pages. */
const NOTHING_RUNS = "default-src 'none'; frame-ancestors 'none'";

/**
 * Adds the request's number and forbids caching, on a copy since an answer's own headers may be fixed. What does not
 * pass the proxy gets its security headers here.
 */
function finish(response: Response, requestId: string, hasPassedProxy: boolean): Response {
  const headers = new Headers(response.headers);
  if (!hasPassedProxy) {
    headers.set("content-security-policy", NOTHING_RUNS);
    for (const [name, value] of Object.entries(securityHeaders(isHttps()))) headers.set(name, value);
  }
  headers.set(REQUEST_ID_HEADER, requestId);
  if (!headers.has("cache-control")) headers.set("cache-control", "no-store");
  if (!headers.has("x-content-type-options")) headers.set("x-content-type-options", "nosniff");
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}

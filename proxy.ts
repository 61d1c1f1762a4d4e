import { type NextRequest, NextResponse } from "next/server";
import { providerOrigins } from "#lib/auth/provider-list.ts";
import { isAppError } from "#lib/domain/shared/errors.ts";
import { requireBodyWithin } from "#lib/web/body-limit.ts";
import { buildContentSecurityPolicy, newNonce } from "#lib/web/content-security-policy.ts";
import { STATUS_OF_ERROR } from "#lib/web/error-status.ts";
import { requireOwnOrigin } from "#lib/web/origin.ts";
import { PATH_HEADER } from "#lib/web/path-header.ts";
import { chooseRequestId, REQUEST_ID_HEADER } from "#lib/web/request-id.ts";
import { isHttps, securityHeaders } from "#lib/web/security-headers.ts";

/**
 * Runs before every page and route: refuses unsafe requests from elsewhere and bodies that are too large, gives the
 * request its number, and sets the content policy with a nonce of its own. Two kinds of route are left out and have the
 * same checks from `defineRoute`: uploads, because a body that passes here is kept in memory, and what the rating form
 * sends while people write, because that is most of all requests and passing here costs as much as saving.
 */
export function proxy(request: NextRequest): NextResponse {
  const requestId = chooseRequestId(request.headers.get(REQUEST_ID_HEADER));
  const isSecure = isHttps();
  const policy = buildContentSecurityPolicy({
    nonce: newNonce(),
    isDevelopment: process.env.NODE_ENV === "development",
    isHttps: isSecure,
    formTargets: request.nextUrl.pathname === "/sign-in" ? providerOrigins() : [],
  });
  const response = refusal(request) ?? passOn(request, requestId, policy);
  response.headers.set("content-security-policy", policy);
  response.headers.set(REQUEST_ID_HEADER, requestId);
  for (const [name, value] of Object.entries(securityHeaders(isSecure))) response.headers.set(name, value);
  return response;
}

/** Next finds the nonce in the policy among the request's headers and puts it on every script and style it writes. */
function passOn(request: NextRequest, requestId: string, policy: string): NextResponse {
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set(REQUEST_ID_HEADER, requestId);
  headers.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  return NextResponse.next({ request: { headers } });
}

function refusal(request: NextRequest): NextResponse | null {
  try {
    requireOwnOrigin(request);
    requireBodyWithin(request.headers);
    return null;
  } catch (error) {
    if (!isAppError(error)) throw error;
    const status = STATUS_OF_ERROR[error.code];
    const isPage = (request.headers.get("accept") ?? "").includes("text/html");
    if (isPage)
      return new NextResponse(error.message, { status, headers: { "content-type": "text/plain; charset=utf-8" } });
    return NextResponse.json({ error: { code: error.code, message: error.message } }, { status });
  }
}

export const config = {
  matcher: ["/((?!_next/static|_next/image|favicon.ico|api/v1/imports$|api/v1/rating-imports$|annotate/[^/]+/api/).*)"],
};

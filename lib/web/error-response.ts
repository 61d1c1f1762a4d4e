import type { AppError } from "#lib/domain/shared/errors.ts";
import { STATUS_OF_ERROR } from "./error-status.ts";
import { defectSentence } from "./report-defect.ts";

export { STATUS_OF_ERROR } from "./error-status.ts";

/** The answer of a route to an operation's refusal: `{error: {code, message, issues?, current?}}`. */
export function errorResponse(error: AppError): Response {
  const { issues, current, retryAfterSeconds } = error.details;
  const headers = new Headers();
  if (retryAfterSeconds !== undefined) headers.set("retry-after", String(Math.ceil(retryAfterSeconds)));
  if (error.code === "UNAUTHENTICATED") headers.set("www-authenticate", "Bearer");
  const body = { error: { code: error.code, message: error.message, issues, current } };
  return Response.json(body, { status: STATUS_OF_ERROR[error.code], headers });
}

/** The answer of a route to a defect: nothing of it is shown but the request's number. */
export function defectResponse(requestId: string): Response {
  return Response.json({ error: { code: "DEFECT", message: defectSentence(requestId) } }, { status: 500 });
}

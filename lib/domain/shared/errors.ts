/**
 * The closed set of ways in which an operation can refuse. Each edge (page, REST, shell) maps a code once.
 * - `UNAUTHENTICATED` nobody is signed in · `FORBIDDEN` signed in, not allowed
 * - `NOT_FOUND` · `INVALID` input that does not parse or breaks a rule · `CONFLICT` the state has moved on
 * - `STALE` an older revision was sent, the newer copy is in `details.current`
 * - `EXPIRED` a link, lease or session has run out · `RATE_LIMITED` · `TOO_LARGE` · `UNAVAILABLE` a part is down
 */
const ERROR_CODES = [
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "NOT_FOUND",
  "INVALID",
  "CONFLICT",
  "STALE",
  "EXPIRED",
  "RATE_LIMITED",
  "TOO_LARGE",
  "UNAVAILABLE",
] as const;

/** One of {@link ERROR_CODES}. */
export type ErrorCode = (typeof ERROR_CODES)[number];

/** One thing wrong with one field; `path` names the field as the form or the JSON body spells it. */
export type FieldIssue = { path: string; message: string };

/** What an {@link AppError} may carry beside its sentence. `current` is the newer copy behind a `STALE`. */
export type ErrorDetails = { issues?: FieldIssue[]; current?: unknown; retryAfterSeconds?: number };

/**
 * The only error class that operations throw on purpose. `message` is a sentence for the person: what happened,
 * what is safe, what to do. Anything else that is thrown is a defect and becomes a plain 500.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message);
    this.name = "AppError";
    this.code = code;
    this.details = details;
  }
}

/** True for an {@link AppError}, also across module copies (dev reload loads a class twice). */
export function isAppError(value: unknown): value is AppError {
  return value instanceof Error && value.name === "AppError" && "code" in value;
}

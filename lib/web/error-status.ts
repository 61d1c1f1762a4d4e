import type { ErrorCode } from "#lib/domain/shared/errors.ts";

/** The HTTP status of each error code, in one place. */
export const STATUS_OF_ERROR: Record<ErrorCode, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  INVALID: 422,
  CONFLICT: 409,
  STALE: 409,
  EXPIRED: 410,
  RATE_LIMITED: 429,
  TOO_LARGE: 413,
  UNAVAILABLE: 503,
};

/** The outcome of something that may fail for a reason the caller must handle: a value, or an error, never both. */
export type Result<T, E> = { ok: true; value: T } | { ok: false; error: E };

/** Wraps a value as a success. */
export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

/** Wraps a reason as a failure. */
export function err<E>(error: E): { ok: false; error: E } {
  return { ok: false, error };
}

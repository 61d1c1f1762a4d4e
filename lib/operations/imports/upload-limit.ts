import { env } from "#lib/env.ts";

/** The largest file that may be uploaded, in bytes (`UPLOAD_MAX_MB`). */
export function uploadLimitBytes(): number {
  return env().UPLOAD_MAX_MB * 1_048_576;
}

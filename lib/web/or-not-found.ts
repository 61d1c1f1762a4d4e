import { forbidden, notFound } from "next/navigation";
import { isAppError } from "#lib/domain/shared/errors.ts";

/**
 * What an operation answers, or the page for what is not there (`NOT_FOUND`, and `INVALID`: a page asks for what its
 * address says) or not allowed (`FORBIDDEN`); other errors go on.
 */
export async function orNotFound<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (isAppError(error) && (error.code === "NOT_FOUND" || error.code === "INVALID")) notFound();
    if (isAppError(error) && error.code === "FORBIDDEN") forbidden();
    throw error;
  }
}

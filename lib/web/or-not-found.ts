import { forbidden, notFound } from "next/navigation";
import { isAppError } from "#lib/domain/shared/errors.ts";

/** What an operation answers, or the page for what is not there (`NOT_FOUND`) or not allowed (`FORBIDDEN`); other errors go on. */
export async function orNotFound<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (isAppError(error) && error.code === "NOT_FOUND") notFound();
    if (isAppError(error) && error.code === "FORBIDDEN") forbidden();
    throw error;
  }
}

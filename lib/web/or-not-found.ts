import { notFound } from "next/navigation";
import { isAppError } from "#lib/domain/shared/errors.ts";

/** What an operation answers, or the not-found page where it says `NOT_FOUND`; every other error goes on. */
export async function orNotFound<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (isAppError(error) && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}

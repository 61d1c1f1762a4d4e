import type { AppError } from "#lib/domain/shared/errors.ts";

/** Waits for work that must be refused and answers the refusal; fails when it is done instead. */
export async function failure(work: Promise<unknown>): Promise<AppError> {
  return work.then(
    () => {
      throw new Error("It was not refused.");
    },
    (error: AppError) => error,
  );
}

import { log } from "#lib/log.ts";

/** Writes an unexpected error to the log with the number under which the person was told of it. */
export function reportDefect(error: unknown, where: { requestId: string; at: string }): void {
  log().error({ ...where, error }, "A request failed for a reason that nobody planned for.");
}

/** The sentence for a person when something broke that was not foreseen. */
export function defectSentence(requestId: string): string {
  return `Something went wrong on our side. Nothing was changed by this step. Try again; if it happens again, report it with the number ${requestId}.`;
}

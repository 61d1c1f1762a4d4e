/** Writes an unexpected error to the log as one line of JSON, with the id under which the person was told of it. */
export function reportDefect(error: unknown, where: { requestId: string; at: string }): void {
  const detail =
    error instanceof Error
      ? { name: error.name, message: error.message, stack: error.stack }
      : { message: String(error) };
  console.error(JSON.stringify({ level: "error", time: new Date().toISOString(), ...where, error: detail }));
}

/** The sentence for a person when something broke that was not foreseen. */
export function defectSentence(requestId: string): string {
  return `Something went wrong on our side. Nothing was changed by this step. Try again; if it happens again, report it with the number ${requestId}.`;
}

import { isAppError } from "#lib/domain/shared/errors.ts";

/** Why an import stopped, as its page says it: what happened, what is safe, how to go on. */
export function failureSentence(error: unknown): string {
  if (isAppError(error)) return error.message;
  const code = (error as { code?: unknown } | null)?.code;
  if (code === "ENOENT")
    return "The stored file is gone, so the import cannot go on. What was written stays. Import the file again.";
  const lines = (error instanceof Error ? error.message : String(error)).split("\n");
  const cause = lines.findLast((line) => line.trim() !== "")?.trim() ?? "no reason was given";
  return `The import stopped (${cause}). What was written before stays. Retry goes on after it.`;
}

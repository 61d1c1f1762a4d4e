import { AppError, type FieldIssue } from "#lib/domain/shared/errors.ts";
import type { RatingDraft } from "./rating-draft.ts";

/** The `NOT_FOUND` for an assignment that is not there, or is somebody else's: the two are never told apart. */
export function assignmentNotFound(): AppError {
  return new AppError(
    "NOT_FOUND",
    "This conversation is not among those given to you. Go on from the start of your visit.",
  );
}

/** The `CONFLICT` for changing what was submitted. */
export function alreadySubmitted(): AppError {
  return new AppError("CONFLICT", "You have submitted these ratings; they are safe and no longer change.");
}

/** The `CONFLICT` for work on a conversation that was given back. */
export function alreadySkipped(): AppError {
  return new AppError("CONFLICT", "You have skipped this conversation.");
}

/** The newer copy behind a {@link staleDraft}. */
export type CurrentDraft = { revision: number; ratings: RatingDraft[] };

/** The `STALE` for a draft that was changed in another tab or on another device; nothing was overwritten. */
export function staleDraft(current: CurrentDraft): AppError {
  return new AppError(
    "STALE",
    "These ratings were changed in another tab or on another device. Nothing was overwritten. Look at the newer copy, then go on.",
    { current },
  );
}

/** The `INVALID` for a submission that lacks something, with one issue for each field. */
export function incompleteAnnotation(issues: FieldIssue[]): AppError {
  const rest = issues.length === 1 ? "one thing is missing" : `${issues.length} things are missing`;
  return new AppError("INVALID", `Your ratings are saved but not submitted yet: ${rest}.`, { issues });
}

import { SKIP_REASON_LABELS } from "#lib/domain/annotations/skip-reasons.ts";
import type { PanelKind, StudyKind } from "#lib/domain/studies/design.ts";
import type { StudyState } from "#lib/domain/studies/lifecycle.ts";

/** What a state is called. */
export const STATE_WORDS: Record<StudyState, string> = {
  draft: "Draft",
  running: "Running",
  paused: "Paused",
  closed: "Closed",
};

/** What a kind of study is called. */
export const KIND_WORDS: Record<StudyKind, string> = { pilot: "Pilot", official: "Official" };

/** How annotators arrive, in words. */
export const PANEL_WORDS: Record<PanelKind, string> = {
  none: "by personal link",
  generic: "from a panel",
  prolific: "from Prolific",
};

const OUTCOME_WORDS: Record<string, string> = {
  completed: "Completed",
  declined: "Declined consent",
  wrong_device: "Wrong device",
  failed_check: "Failed the check twice",
  no_item_left: "No item left at arrival",
  ran_out_midway: "Ran out of items midway",
  came_late: "Came late",
  came_again: "Came again",
  not_qualified: "Had not passed the pilot",
  came_in_pause: "Came in a pause",
  submitted_nothing: "Submitted nothing",
  abandoned: "Abandoned",
};

/** How a visit ended, in words. */
export function outcomeWord(outcome: string): string {
  return OUTCOME_WORDS[outcome] ?? outcome.replaceAll("_", " ");
}

const STAGE_WORDS: Record<string, string> = {
  consent: "Reading the consent",
  guidelines: "Reading the guidelines",
  check: "At the check",
  practice: "Practising",
  rating: "Rating",
  ended: "Ended",
};

/** Where an annotator stands who has not ended, in words. */
export function stageWord(stage: string): string {
  return STAGE_WORDS[stage] ?? stage;
}

/** Why an item was skipped, in words. */
export function skipWord(reason: string): string {
  const labels: Record<string, string> = {
    ...SKIP_REASON_LABELS,
    withdrawn: "Given back when the annotator's ratings were deleted",
  };
  return labels[reason] ?? (reason || "No reason given");
}

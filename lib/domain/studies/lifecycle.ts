import { AppError } from "#lib/domain/shared/errors.ts";

/** Where a study stands. Draft: everything may change. Running, paused, closed: the design is frozen. */
export const STUDY_STATES = ["draft", "running", "paused", "closed"] as const;
export type StudyState = (typeof STUDY_STATES)[number];

/** What can be done to a study as a whole, with the states from which it can be done. */
const STEPS = {
  edit: { from: ["draft"], to: "draft" },
  delete: { from: ["draft"], to: "draft" },
  launch: { from: ["draft"], to: "running" },
  pause: { from: ["running"], to: "paused" },
  resume: { from: ["paused"], to: "running" },
  close: { from: ["running", "paused"], to: "closed" },
  extend: { from: ["running", "paused"], to: "running" },
} as const satisfies Record<string, { from: readonly StudyState[]; to: StudyState }>;

/** One of the steps in a study’s life. `extend` adds items or annotations per item. */
export type StudyStep = keyof typeof STEPS;

/** Whether a study in this state may take this step. */
export function canTakeStep(state: StudyState, step: StudyStep): boolean {
  return (STEPS[step].from as readonly StudyState[]).includes(state);
}

/** Throws a `CONFLICT` unless somebody else can still be asked for an annotation that is excluded. */
export function requireReplacement(state: StudyState): void {
  if (canTakeStep(state, "extend")) return;
  throw new AppError(
    "CONFLICT",
    "This study is closed, so nobody else can be asked. Nothing was changed. Exclude without asking for another.",
  );
}

/** The state after a step that moves the study. */
export function stateAfter(step: Exclude<StudyStep, "edit" | "delete" | "extend">): StudyState {
  return STEPS[step].to;
}

const REFUSALS: Record<StudyStep, string> = {
  edit: "This study has been launched, so its design no longer changes. Nothing was changed. Clone it to try another design.",
  delete: "This study has been launched, so it stays on record. Nothing was deleted.",
  launch: "This study has been launched already.",
  pause: "Only a running study can be paused. Nothing was changed.",
  resume: "Only a paused study can be resumed. Nothing was changed.",
  close: "Only a running or paused study can be closed. Nothing was changed.",
  extend: "Items and annotations can be added while a study is running or paused. Nothing was changed.",
};

/** The `CONFLICT` that refuses a step which the study’s state does not allow. */
export function stepRefusal(step: StudyStep): AppError {
  return new AppError("CONFLICT", REFUSALS[step]);
}

/**
 * Throws a `CONFLICT` unless a study in this state may take this step: that it is there already, where somebody else took
 * the step before, {@link stepRefusal} otherwise.
 */
export function requireStep(state: StudyState, step: StudyStep): void {
  if (canTakeStep(state, step)) return;
  if (isMove(step) && stateAfter(step) === state) throw new AppError("CONFLICT", `This study is ${state} already.`);
  throw stepRefusal(step);
}

function isMove(step: StudyStep): step is "launch" | "pause" | "resume" | "close" {
  return step !== "edit" && step !== "delete" && step !== "extend";
}

import type { PanelKind } from "./design.ts";
import type { StudyState } from "./lifecycle.ts";

/**
 * How a visit can end; every one does. An arrival that is turned away (`wrong_device`, `no_item_left`, `came_late`,
 * `came_again`, `not_qualified`, `came_in_pause`) and a visit that was left (`abandoned`) end that visit only: the person
 * may come again, and goes on where they were. Any other end is the end of their part. `submitted_nothing` is for those
 * who were given items, submitted none of them, and for whom there is no other.
 */
export const OUTCOMES = [
  "completed",
  "declined",
  "wrong_device",
  "failed_check",
  "no_item_left",
  "ran_out_midway",
  "came_late",
  "came_again",
  "not_qualified",
  "came_in_pause",
  "submitted_nothing",
  "abandoned",
] as const;
/** One of {@link OUTCOMES}. */
export type Outcome = (typeof OUTCOMES)[number];

/** Outcomes that somebody can be shown, each with its own completion code. Nobody is there to see `abandoned`. */
export const CODED_OUTCOMES = OUTCOMES.filter((outcome) => outcome !== "abandoned");

/** Hours without a sign of life after which a visit counts as abandoned, and in a study that is closed. */
export const ABANDONED_AFTER_HOURS = { open: 24, closed: 1 } as const;

/** Outcomes that are paid in full, and that count as having passed a qualifying pilot. */
export const PAID_IN_FULL: readonly Outcome[] = ["completed", "ran_out_midway"];

/** Outcomes of an arrival that was turned away, which end that visit only. */
export const TURNED_AWAY: readonly Outcome[] = [
  "wrong_device",
  "no_item_left",
  "came_late",
  "came_again",
  "not_qualified",
  "came_in_pause",
];

/** Where an annotator stands in a visit. */
export const STAGES = ["consent", "guidelines", "check", "practice", "rating", "ended"] as const;
/** One of {@link STAGES}. */
export type Stage = (typeof STAGES)[number];

/** The stage after guidelines, check and practice, for a study that may have no practice. */
export function stageAfterCheck(hasPractice: boolean): Stage {
  return hasPractice ? "practice" : "rating";
}

/** What is known of somebody who stands at the door. */
export type Arrival = {
  studyState: StudyState;
  /** Whether the study is desktop only and this device is none. */
  isWrongDevice: boolean;
  /** The person's own outcome in this study, once their work has ended. */
  annotatorOutcome: Outcome | null;
  /** Whether they have begun: an item was given to them. Somebody who has begun may always finish. */
  hasItems: boolean;
  /** Whether a visit of this session is still open. */
  hasOpenVisit: boolean;
  /** How the last visit of this session that has ended did end; null where none has. */
  lastOutcome: Outcome | null;
  /** Whether the panel gives each visit an id of its own, so that a second visit can be told from a reload. */
  hasSession: boolean;
  /** `null` where no pilot is asked for. */
  hasPassedPilot: boolean | null;
  hasOpenItem: boolean;
};

/**
 * What becomes of an arrival: go on with the open visit of this session (`continue`), show how its last one ended
 * (`show`), begin a new one (`admit`), or record `outcome` (`refuse`): on the open visit where `endsVisit`, else on a new one.
 */
export type ArrivalDecision =
  | { kind: "continue" }
  | { kind: "show" }
  | { kind: "admit" }
  | { kind: "refuse"; outcome: Outcome; endsVisit: boolean };

/**
 * Decides what becomes of an arrival: an end is shown again to who has one, the door refuses with an outcome of its own, and
 * whoever is left goes on where they were or is let in.
 */
export function decideArrival(arrival: Arrival): ArrivalDecision {
  if (arrival.annotatorOutcome) return decideReturn(arrival);
  const outcome = refusalAtTheDoor(arrival);
  if (!outcome) return { kind: arrival.hasOpenVisit ? "continue" : "admit" };
  // A running visit elsewhere is not ended by a look at the link on a phone.
  const endsVisit = arrival.hasOpenVisit && outcome !== "wrong_device";
  if (!endsVisit && arrival.lastOutcome === outcome) return { kind: "show" };
  return { kind: "refuse", outcome, endsVisit };
}

/** Somebody whose part has ended: a reload shows the end again, another visit is answered as such. */
function decideReturn({ lastOutcome, hasSession }: Arrival): ArrivalDecision {
  const isSameVisit = lastOutcome !== null && (hasSession || lastOutcome === "came_again");
  return isSameVisit ? { kind: "show" } : { kind: "refuse", outcome: "came_again", endsVisit: false };
}

function refusalAtTheDoor(arrival: Arrival): Outcome | null {
  if (arrival.isWrongDevice) return "wrong_device";
  if (arrival.hasItems) return null;
  if (arrival.studyState === "paused") return "came_in_pause";
  if (arrival.studyState !== "running") return "came_late";
  if (arrival.hasPassedPilot === false) return "not_qualified";
  return arrival.hasOpenItem ? null : "no_item_left";
}

/** The outcome that a submission earns, or null while more is asked of the person. `submitted` includes this one. */
export function outcomeOfSubmission(submitted: number, itemsPerAnnotator: number): Outcome | null {
  return submitted >= itemsPerAnnotator ? "completed" : null;
}

/**
 * What to do when no item could be given: end the person's part (or with `came_in_pause` this visit only), or (`wait`)
 * ask them to come back, which somebody with a personal link can do at any time while the study is paused.
 * Whoever submitted something is paid in full; `given` counts the items they were given, also those they gave back.
 */
export function outcomeWithoutItem(claim: {
  reason: "none" | "limit" | "draft" | "paused" | "closed";
  submitted: number;
  given: number;
  panelKind: PanelKind;
}): Outcome | "wait" {
  if (claim.reason === "limit") return "completed";
  if (claim.reason === "paused" && claim.panelKind === "none") return "wait";
  if (claim.submitted > 0) return "ran_out_midway";
  if (claim.reason === "paused") return "came_in_pause";
  if (claim.given > 0) return "submitted_nothing";
  return claim.reason === "none" ? "no_item_left" : "came_late";
}

/** The outcome that a try at the comprehension check earns, or null while the visit goes on. */
export function outcomeOfCheck(isPassed: boolean, number: number, tries: number): Outcome | null {
  return !isPassed && number >= tries ? "failed_check" : null;
}

/** How a visit ended, as the annotator may see it: only ever built from an outcome that is stored. */
export type VisitEnding = {
  outcome: Outcome;
  /** For `came_again`: how the person's part had ended the first time. The code is that of this one. */
  firstOutcome: Outcome | null;
  /** Their part was ended, or is over, and what they gave deleted on request: other words, the same outcome and code. */
  isWithdrawn: boolean;
  code: string | null;
  returnUrl: string | null;
};

/**
 * Whether a visit's end is to tell that the person's data were deleted on request: where the visit carried their part, or
 * comes after it. An arrival that was turned away keeps its own reason.
 */
export function tellsOfWithdrawal(visit: {
  isWithdrawn: boolean;
  visitOutcome: Outcome | null;
  annotatorOutcome: Outcome | null;
}): boolean {
  const isOfTheirPart = visit.visitOutcome === visit.annotatorOutcome;
  return visit.isWithdrawn && (isOfTheirPart || ["came_again", "abandoned"].includes(visit.visitOutcome ?? ""));
}

/**
 * Where an annotator returns to their panel, or null where there is nowhere to return to.
 * In a completion URL `{code}` is replaced; a URL without it is given as it is.
 */
export function returnUrl(panelKind: PanelKind, completionUrl: string, code: string | null): string | null {
  if (panelKind === "none" || code === null) return null;
  const encoded = encodeURIComponent(code);
  if (panelKind === "prolific") return `https://app.prolific.com/submissions/complete?cc=${encoded}`;
  return completionUrl === "" ? null : completionUrl.replaceAll("{code}", encoded);
}

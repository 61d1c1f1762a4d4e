import type { AgentSeat } from "#lib/domain/episodes/episode.ts";
import type { ReadDocument } from "#lib/domain/episodes/stored-document.ts";

/**
 * One submitted annotation of one item, as researchers see it. `activeMs` is working time, null where the browser ran no
 * scripts that would have counted it; `isLate` after its lease.
 */
export type ItemAnnotation = {
  annotationId: string;
  pseudonym: string;
  submittedAt: Date;
  activeMs: number | null;
  isLate: boolean;
  isExtra: boolean;
  /** `isReplaced`: its place was given to somebody else. */
  exclusion: { reason: string; at: Date; byId: string | null; isReplaced: boolean } | null;
  ratings: StudyRating[];
};

/** One rating of a submitted annotation; evidence holds turn numbers. */
export type StudyRating = {
  agent: AgentSeat;
  dimension: string;
  score: number;
  rationale: string;
  evidence: number[];
};

/** The annotations of one item in the list of ratings: scores side by side. */
export type ItemRatings = {
  itemId: string;
  position: number;
  episodeId: string;
  codename: string;
  agentNames: [string, string];
  annotations: ItemAnnotation[];
};

/** One item with its episode and everything that was said about it. */
export type ItemRatingsDetail = ItemRatings &
  ReadDocument & {
    previousPosition: number | null;
    nextPosition: number | null;
  };

/** One annotator of a study as researchers see them: a pseudonym and facts, nothing that a panel told. */
export type AnnotatorRow = {
  id: string;
  pseudonym: string;
  stage: string;
  outcome: string | null;
  enteredAt: Date;
  /** When the first visit began that was not turned away; null where all were. */
  admittedAt: Date | null;
  endedAt: Date | null;
  visitCount: number;
  submitted: number;
  excluded: number;
  skipped: number;
  expired: number;
  checkTries: number;
  medianActiveMs: number | null;
  /** When their ratings were deleted on their request; nothing that they submitted is counted then. */
  withdrawnAt: Date | null;
  /** In a pilot, of somebody who is paid in full: whether a study that asks for the pilot lets them in. Else null. */
  hasPassed: boolean | null;
};

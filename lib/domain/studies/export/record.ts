import type { Dimension } from "#lib/domain/dimensions/dimension.ts";
import type { AgentSeat } from "#lib/domain/episodes/episode.ts";

/** One rating of a submitted annotation, as exported. `evidence` holds turn numbers, ascending. */
export type ExportedRating = {
  agent: AgentSeat;
  dimension: string;
  score: number;
  rationale: string;
  evidence: number[];
};

/** The item an annotation is about. Probabilities are those stored when the item was drawn, in (0, 1]. */
export type ExportedItem = {
  itemPosition: number;
  episodeId: string;
  episodeVariant: number;
  codename: string;
  tag: string;
  agentNames: [string, string];
  policies: [string | null, string | null];
  stratum: string;
  inclusionProbability: number;
};

/** One submitted annotation with everything a reader of the files may know; the annotator is a pseudonym. */
export type ExportedAnnotation = ExportedItem & {
  annotationId: string;
  annotator: string;
  sequence: number;
  assignedAt: Date;
  startedAt: Date | null;
  submittedAt: Date;
  activeMs: number | null;
  isLate: boolean;
  isExtra: boolean;
  isExcluded: boolean;
  excludedReason: string;
  ratings: ExportedRating[];
};

/** One item with how many annotations it has. */
export type ExportedItemSummary = ExportedItem & ItemCounts & { wanted: number };

/** Submitted annotations of an item, and how many of them are excluded. */
export type ItemCounts = { submitted: number; excluded: number };

/** One item given to one annotator, whatever became of it. `annotationId` is null where nothing was ever saved. */
export type ExportedAssignment = {
  itemPosition: number;
  episodeId: string;
  episodeVariant: number;
  assignmentId: string;
  annotator: string;
  sequence: number;
  state: AssignmentState;
  skipReason: string | null;
  skipNote: string;
  assignedAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
  extensions: number;
  isLate: boolean;
  isExtra: boolean;
  annotationId: string | null;
  savedAt: Date | null;
  submittedAt: Date | null;
  activeMs: number | null;
  /** Working time by dimension id, in milliseconds. */
  activeMsByDimension: Record<string, number>;
  /** What the rating page counted; see `ReadingSignals`. */
  signals: Record<string, unknown>;
  isExcluded: boolean;
  excludedReason: string;
  isReplaced: boolean;
  /** Its ratings were deleted on the annotator’s request. */
  isWithdrawn: boolean;
};

/** One person who came, under a pseudonym, with what they did. Nothing that a panel or a link says of them is here. */
export type ExportedAnnotator = {
  annotator: string;
  stage: string;
  outcome: string | null;
  enteredAt: Date;
  endedAt: Date | null;
  visits: number;
  /** Kinds of device of their visits, each once. */
  devices: string[];
  consentVersion: string | null;
  consentedAt: Date | null;
  guidelinesReadAt: Date | null;
  checkTries: number;
  checkPassedAt: Date | null;
  practicedAt: Date | null;
  /** Practice ratings as they were given; null where there are none. */
  practice: unknown;
  withdrawnAt: Date | null;
  /** In a pilot, of somebody who ended as paid in full: whether a study that asks for it lets them in. Else null. */
  hasPassed: boolean | null;
  /** Median working time of what they submitted, in milliseconds. */
  medianActiveMs: number | null;
  /** What the rating pages of each of those counted; see `ReadingSignals`. */
  signals: Record<string, unknown>[];
};

/** States of an assignment. */
export const ASSIGNMENT_STATES = ["assigned", "started", "submitted", "skipped", "expired"] as const;
/** One of {@link ASSIGNMENT_STATES}. */
export type AssignmentState = (typeof ASSIGNMENT_STATES)[number];

/**
 * What one assignment was at the moment an export began. `annotationId` names its submitted annotation, null where there
 * is none (any more); `excludedReason` is null for what is not excluded.
 */
export type AssignmentKey = {
  assignmentId: string;
  annotatorId: string;
  itemPosition: number;
  state: AssignmentState;
  annotationId: string | null;
  excludedReason: string | null;
  isExtra: boolean;
  isReplaced: boolean;
};

/** What fixes an export: everybody who had come and everything that was given out when it began, in the order of the files. */
export type ExportSnapshot = { annotatorIds: string[]; assignments: AssignmentKey[] };

/** What a manifest says about the study: frozen at launch, apart from the two numbers that may grow. */
export type ExportedStudy = {
  studyId: string;
  name: string;
  kind: string;
  state: string;
  isDemo: boolean;
  annotationsPerItem: number;
  itemsPerAnnotator: number;
  minutesPerItem: number;
  guidelinesVersion: string;
  consentVersion: string;
  consentText: string;
  contact: string;
  hasPractice: boolean;
  isDesktopOnly: boolean;
  panelKind: string;
  panelStudyId: string;
  completionUrl: string;
  /** In minor units of the currency for a whole visit; null where no reward is set. */
  rewardMinor: number | null;
  currency: string;
  /** The study whose annotators alone were admitted; null where everybody was. */
  qualifyingStudyId: string | null;
  sampling: unknown;
  seed: number;
  designHash: string;
  launchedAt: Date | null;
  closedAt: Date | null;
  dimensions: Dimension[];
};

/** What a panel calls an annotator; only in the separate file for administrators. */
export type ExportedPanelIdentity = {
  annotator: string;
  panel: string;
  participantId: string;
  sessionIds: string[];
  outcome: string | null;
  enteredAt: Date;
  purgeAfter: Date;
};

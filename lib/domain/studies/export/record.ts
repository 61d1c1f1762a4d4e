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
  activeMs: number;
  isLate: boolean;
  isExtra: boolean;
  isExcluded: boolean;
  excludedReason: string;
  ratings: ExportedRating[];
};

/** One item with how many annotations it has. */
export type ExportedItemSummary = ExportedItem & { wanted: number; submitted: number; excluded: number };

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

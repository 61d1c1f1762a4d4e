import type { PanelKind, StudyDesign, StudyKind } from "./design.ts";
import type { StudyState } from "./lifecycle.ts";
import type { SamplingRecord } from "./sampling-plan.ts";

/** A study as researchers see it: its design and where it stands. */
export type Study = {
  id: string;
  entryToken: string;
  state: StudyState;
  design: StudyDesign;
  consentVersion: string;
  sampling: SamplingRecord;
  /** SHA-256 of the frozen design; empty while a draft. */
  designHash: string;
  isDemo: boolean;
  clonedFromId: string | null;
  createdAt: Date;
  launchedAt: Date | null;
  closedAt: Date | null;
};

/** One row of the list of studies. `submitted` are those of the `wanted` ones: no excluded, no extra ones, no previews. */
export type StudySummary = {
  id: string;
  name: string;
  kind: StudyKind;
  state: StudyState;
  panelKind: PanelKind;
  isDemo: boolean;
  itemCount: number;
  wanted: number;
  submitted: number;
  annotatorCount: number;
  createdAt: Date;
  launchedAt: Date | null;
};

/** One item of a study in a list. */
export type StudyItemRow = {
  id: string;
  position: number;
  episodeId: string;
  sourceId: string;
  codename: string;
  agent1Name: string;
  agent2Name: string;
  turnCount: number;
  stratum: string;
  inclusionProbability: number;
  promptMark: string;
  /** Places that somebody holds right now. */
  heldCount: number;
  submittedCount: number;
};

/** A personal entry link, for studies without a panel. */
export type PersonalLink = {
  id: string;
  label: string;
  token: string;
  createdAt: Date;
  revokedAt: Date | null;
  annotator: { pseudonym: string; stage: string; outcome: string | null } | null;
};

/** The completion code of one outcome. */
export type OutcomeCode = { outcome: string; code: string };

import type { SotopiaDimensionId } from "#lib/domain/dimensions/sotopia-dimensions.ts";
import type { EpisodeDocument } from "#lib/domain/episodes/episode.ts";
import type { Scenario } from "#lib/domain/scenarios/scenario.ts";

/** One rating of the demo: an integer on one dimension for the agent in one seat. Judges point to no turns. */
export type DemoRating = {
  dimensionId: SotopiaDimensionId;
  agent: 1 | 2;
  score: number;
  rationale: string;
  evidence: number[];
};

/** A demo scenario; `isHard` marks the three in which the two goals leave little room. */
export type DemoScenario = Scenario & { isHard: boolean };

/** One demo episode, rendered for storage, with what its judge said. `policies` holds model names, seat 1 first. */
export type DemoEpisode = {
  sourceId: string;
  scenarioSourceId: string;
  agentSourceIds: [string, string];
  policies: [string, string];
  relationship: number;
  document: EpisodeDocument;
  judgment: { judge: string; ratings: DemoRating[] };
};

/** An episode as it is written in the data files: a script and the judge's ratings as text blocks. */
export type WrittenEpisode = {
  sourceId: string;
  setting: string;
  policy: "demo-steady-1" | "demo-hasty-1";
  script: string;
  judged: string;
};

/** Who meets whom, where, and which seat the policy under test takes; its partner takes the other. */
export type DemoSetting = {
  id: string;
  scenarioSourceId: string;
  agentSourceIds: [string, string];
  policySeat: 1 | 2;
};

/** One of the two demo studies. Items are in the order of `episodeSourceIds`; `arrivedMinutes` counts from the launch. */
export type DemoStudy = {
  id: string;
  name: string;
  state: "running" | "closed";
  annotationsPerItem: number;
  itemsPerAnnotator: number;
  minutesPerItem: number;
  launchedDaysAgo: number;
  closedDaysAgo: number | null;
  episodeSourceIds: string[];
  annotators: { id: string; pseudonym: string; arrivedMinutes: number }[];
};

/** An annotation as it is written in the data files: its ratings as one text block. */
export type WrittenAnnotation = {
  studyId: string;
  annotatorId: string;
  episodeSourceId: string;
  state: "submitted" | "draft";
  ratings: string;
};

/**
 * One annotation of the demo. `sequence` counts the annotator's items from 1; `startedMinutes` is minutes after the
 * study's launch; `activeSeconds` is time at work, per dimension in the order of the study's dimensions.
 */
export type DemoAnnotation = {
  studyId: string;
  annotatorId: string;
  episodeSourceId: string;
  state: "submitted" | "draft";
  sequence: number;
  startedMinutes: number;
  activeSeconds: number[];
  ratings: DemoRating[];
};

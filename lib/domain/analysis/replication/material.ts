import type { ConditionId } from "./conditions.ts";
import type { SevenScores } from "./score-columns.ts";

/** Seat 1 or 2 of an episode. */
export type Seat = 1 | 2;

/** Scores of both agents of an episode, agent 1 first. */
export type BothAgents = readonly [SevenScores, SevenScores];

/** One person's scores of an episode, complete on both agents. `line` is the place in its file and orders the rows. */
export type StudyAnnotation = { rater: string; line: number; scores: BothAgents };

/** An episode that people rated in the study. */
export type StudyEpisode = {
  id: string;
  condition: ConditionId;
  /** The scenario that the raters were shown; episodes with the same text are paired. */
  scenario: string;
  /** Seats under study: those that GPT-3.5 does not hold, or both where it holds both. */
  studied: readonly Seat[];
  /** At least one, in the order of the file; nothing is taken out. */
  annotations: readonly StudyAnnotation[];
  /** The judge's scores; null where they are not among the files. */
  judge: BothAgents | null;
};

/** What the replication works on: the study's episodes with their ratings, and what there is to say of the files. */
export type StudyMaterial = {
  episodes: readonly StudyEpisode[];
  /** The judge whose scores are used; empty where there is none. */
  judge: string;
  /** Sentences: rows that could not be used, files that were set aside, what is odd in the data. */
  notes: readonly string[];
};

/** One row of a rating file: a person on an episode. Scores by dimension id; a missing one is absent. */
export type RatingRow = {
  episode: string;
  /** What the file calls the condition. */
  conditionName: string;
  /** Empty where the file does not tell it. */
  shownScenario: string;
  rater: string;
  line: number;
  scores: readonly [Readonly<Record<string, number>>, Readonly<Record<string, number>>];
};

/** A file of ratings by people; one import of ratings is one file. */
export type RatingFile = { name: string; rows: readonly RatingRow[] };

/** What one record tells of an episode besides its ratings; several records may tell of one episode. */
export type EpisodeFacts = { id: string; tag: string; policies: readonly [string, string]; scenario: string };

/** One judge, or one file of a judge's scores: by episode id. */
export type JudgeFile = { name: string; scores: ReadonlyMap<string, BothAgents> };

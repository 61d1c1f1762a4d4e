import type { AgentProfile } from "#lib/domain/scenarios/agent-profile.ts";
import type { RelationshipProfile } from "#lib/domain/scenarios/relationship.ts";
import type { Scenario, ScenarioCombo } from "#lib/domain/scenarios/scenario.ts";
import type { AgentSeat, EpisodeDocument } from "../episode.ts";

/** The spellings of an episode that the import recognises, by content alone. */
const EPISODE_SHAPES = [
  "episode-log",
  "episode-log-flat",
  "hugging-face",
  "hugging-face-reduced",
  "study-partial",
] as const;
export type EpisodeShape = (typeof EPISODE_SHAPES)[number];

/** Something that was read differently from how it was written, or that a researcher should know of a row. */
export type Repair = { code: RepairCode; message: string };

/** Every kind of repair or remark; stable, so that a report can be filtered by it. */
const REPAIR_CODES = [
  "agents-differ",
  "ambiguous-turn",
  "background-before-fix",
  "blank-text",
  "control-characters",
  "custom-dimension",
  "doubled-quotes",
  "escaped-apostrophe",
  "judge-failed",
  "list-spaces",
  "message-form",
  "models-incomplete",
  "no-context",
  "no-id",
  "not-a-number",
  "overall-differs",
  "private-message",
  "rationale-missing",
  "scenario-differs",
  "score-fraction",
  "score-refused",
  "score-text",
  "secret-moved",
  "speaker-guessed",
  "trimmed-text",
] as const;
export type RepairCode = (typeof REPAIR_CODES)[number];

/** Those that tell something of a record of which nothing was read differently: they do not make it a repaired one. */
const REMARK_CODES: readonly string[] = [
  "models-incomplete",
  "no-context",
  "rationale-missing",
  "scenario-differs",
] satisfies RepairCode[];

/** Whether something was read differently from how it was written, so that its record counts as repaired. */
export function isRepair({ code }: { code: string }): boolean {
  return !REMARK_CODES.includes(code);
}

/**
 * Whether a record's evaluator prompt belongs to the record. `matches`: same scenario, same agents and, where both
 * exist, the same dialogue. `foreign`: it is another text. `unverified`: nothing to compare it with. `absent`: none.
 */
export type RewardsPromptMark = "matches" | "foreign" | "unverified" | "absent";

/** Why a prompt is not taken as the record's own, as a code and a sentence for the researcher. */
export type RewardsPromptReason = {
  code:
    | "other-scenario"
    | "other-agents"
    | "other-dialogue"
    | "turn-prompt"
    | "repair-prompt"
    | "unreadable"
    | "no-profile";
  message: string;
};

/**
 * One number that a judge gave one agent on one dimension, with its words (empty when there are none). `dimension` is one of
 * the seven, or the name that the file gives another one, whose scale nobody tells.
 */
export type ParsedRating = { agent: AgentSeat; dimension: string; score: number; rationale: string };

/** The ratings that came with an episode. `incomplete` says in sentences which ratings are missing and why. */
export type ParsedJudgment = { judgeModel: string | null; ratings: ParsedRating[]; incomplete: string[] };

/** An episode, whatever its spelling was. Seat 1 comes first in every pair. */
export type ParsedEpisode = {
  outcome: "ok";
  kind: "episode";
  shape: EpisodeShape;
  sourceId: string;
  environmentSourceId: string | null;
  agentSourceIds: [string | null, string | null];
  tag: string;
  environmentModel: string | null;
  agentModels: [string | null, string | null];
  document: EpisodeDocument;
  /** 0 (strangers) to 5 (family), from the scenario's profile; null when the profile is unknown or not the episode's. */
  relationship: number | null;
  codename: string | null;
  rewardsPromptMark: RewardsPromptMark;
  rewardsPromptReason: RewardsPromptReason | null;
  judgment: ParsedJudgment | null;
  /** Why the episode ended, in the environment's words (“Agent 2 is leaving”); empty when the source is silent. */
  endReason: string;
  raw: unknown;
  /** Hash of the whole record, independent of the order of keys. */
  contentHash: string;
  /** Hash of who did what, turn by turn: equal for two spellings of one dialogue, and for one dialogue under two ids. */
  dialogueHash: string;
  repairs: Repair[];
};

type Parsed<Kind extends string, Value> = {
  outcome: "ok";
  kind: Kind;
  sourceId: string;
  value: Value;
  raw: unknown;
  contentHash: string;
  repairs: Repair[];
};

/** A character, a scenario, a relationship, or a scenario with the two characters to seat in it. */
export type ParsedProfile =
  | Parsed<"agent-profile", AgentProfile>
  | Parsed<"scenario", Scenario>
  | Parsed<"relationship", RelationshipProfile>
  | Parsed<"scenario-combo", ScenarioCombo>;

/** A record that is not taken: what was found, and a sentence that says why and what is accepted. */
export type RefusedRow = { outcome: "refused"; found: string; reason: string };

/** What became of one record. */
export type ParsedRow = ParsedEpisode | ParsedProfile | RefusedRow;

/** Profiles that are already known, looked up by the source's own ids. */
export type ProfileLookup = {
  scenario(sourceId: string): Scenario | undefined;
  agentProfile(sourceId: string): AgentProfile | undefined;
};

/** What parsing needs from outside: a hash function (SHA-256 in hexadecimal) and, when there are any, known profiles. */
export type ParseContext = { hash: (text: string) => string; profiles?: ProfileLookup };

/** A JSON object as it comes out of `JSON.parse`. */
export type JsonObject = Record<string, unknown>;

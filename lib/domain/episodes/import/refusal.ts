import type { JsonObject, RefusedRow } from "./parsed-row.ts";

/** What the import takes, as the end of every refusal's sentence. */
export const ACCEPTED =
  "Accepted are two-agent episodes (EpisodeLog, Hugging Face or human-study records) and agent, scenario, relationship and scenario-combination profiles.";

/** Builds a refusal: `found` names the thing, `why` is a sentence about this record. */
export function refuse(found: string, why: string): RefusedRow {
  return { outcome: "refused", found, reason: `${why} ${ACCEPTED}` };
}

type Foreign = { found: string; why: string; matches: (record: JsonObject) => boolean };
const has =
  (...keys: string[]) =>
  (record: JsonObject) =>
    keys.every((key) => Object.hasOwn(record, key));

// Data that people do try to import, and that would be misread if it were taken for an episode.
const FOREIGN: readonly Foreign[] = [
  {
    found: "a game log",
    why: "This is a log of a game with several players, each with a prompt and a response; it is no two-agent episode.",
    matches: (record) => has("model_mapping", "turns")(record) || has("turns", "rewards")(record),
  },
  {
    found: "an annotation",
    why: "These are ratings of an episode (AnnotationForEpisode), not the episode itself. They come in under Ratings.",
    matches: has("episode", "annotator_id"),
  },
  {
    found: "human ratings",
    why: "This is a row of a human-rating table; it holds scores and reasons, not an episode. It comes in under Ratings.",
    matches: (record) =>
      has("prolific_id")(record) || Object.keys(record).some((key) => /^believability(_\d)?$/.test(key)),
  },
  {
    found: "rated utterances",
    why: "These are rewards for single utterances, not an episode.",
    matches: (record) => has("rewarded_utterances")(record),
  },
  {
    found: "judge scores",
    why: "These are a judge’s scores for an episode; the episode itself is not there. They come in under Ratings.",
    matches: (record) =>
      has("evaluator_model")(record) || has("agent_1_evaluation")(record) || has("env_pk", "agent1", "agent2")(record),
  },
  {
    found: "dialogue annotations",
    why: "This is a dialogue with per-criterion annotations (such as FED), without scenario, agents or goals.",
    matches: (record) => has("context", "annotations")(record) || has("context", "system")(record),
  },
  {
    found: "scored responses",
    why: "This is one scored system response (such as USR), not an episode.",
    matches: (record) => has("source", "system_output")(record) || has("system_id", "scores")(record),
  },
  {
    found: "training text",
    why: "This is an example for training a model, not an episode.",
    matches: (record) =>
      has("input", "output")(record) || has("instruction")(record) || has("prompt")(record) || isSingle(record, "text"),
  },
  {
    found: "a list of scenarios",
    why: "This is a named list of scenario ids, not a scenario.",
    matches: (record) => has("name", "environments")(record),
  },
  {
    found: "a result table",
    why: "This is a row of results or of a leaderboard.",
    matches: (record) => has("model_name")(record) || has("model", "score")(record),
  },
];

function isSingle(record: JsonObject, key: string): boolean {
  return Object.keys(record).length === 1 && Object.hasOwn(record, key);
}

/** The refusal for a JSON object that is none of the accepted shapes. */
export function refuseObject(record: JsonObject): RefusedRow {
  const keys = Object.keys(record);
  if (keys.length === 0) return refuse("an empty object", "This record has no fields.");
  const known = FOREIGN.find((foreign) => foreign.matches(record));
  if (known) return refuse(known.found, known.why);
  const shown = keys.slice(0, 6).map((key) => `“${shorten(key, 30)}”`);
  const more = keys.length > 6 ? ` and ${keys.length - 6} more` : "";
  return refuse("an unknown object", `The fields ${shown.join(", ")}${more} belong to no shape that can be read.`);
}

/** The refusal for JSON that is no object at all: a number, a text, a list, `null`. */
export function refuseNonObject(value: unknown): RefusedRow {
  if (value === null) return refuse("nothing", "This record is null.");
  if (Array.isArray(value)) {
    const kinds = new Set(value.map((item) => kindOf(item)));
    const of = value.length === 0 ? "nothing" : kinds.size === 1 ? `${[...kinds][0]}s` : "mixed values";
    return refuse(`a list of ${of}`, `This record is a list of ${of}, not an object with fields.`);
  }
  return refuse(`a ${kindOf(value)}`, `This record is a bare ${kindOf(value)}, not an object with fields.`);
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "list";
  if (typeof value === "string") return "text";
  if (typeof value === "boolean") return "truth value";
  return typeof value;
}

/** Cuts a text to at most `length` characters, the last one an ellipsis when something was cut; never splits a pair. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text
    .slice(0, length - 1)
    .toWellFormed()
    .replace(/\uFFFD$/, "")}…`;
}

/**
 * The six conditions of SOTOPIA-π's human study: which policy plays against GPT-3.5. `gpt-3.5` plays against itself, so
 * that both agents of its episodes are under study.
 */
const CONDITION_IDS = ["gpt-4", "gpt-3.5", "base", "sr", "bc", "bc+sr"] as const;
export type ConditionId = (typeof CONDITION_IDS)[number];

/** One condition: how the paper calls it, what it was, and how many episodes of it people rated. */
export type Condition = { id: ConditionId; label: string; meaning: string; episodes: number };

/** In the order of the paper's tables. */
export const CONDITIONS: readonly Condition[] = [
  { id: "gpt-4", label: "GPT-4", meaning: "the expert that behavior cloning learns from", episodes: 28 },
  { id: "gpt-3.5", label: "GPT-3.5", meaning: "the partner of all others, here against itself", episodes: 14 },
  { id: "base", label: "Mistral-7B", meaning: "the model before training", episodes: 28 },
  { id: "sr", label: "SR", meaning: "self-reinforcement", episodes: 28 },
  { id: "bc", label: "BC", meaning: "behavior cloning", episodes: 28 },
  { id: "bc+sr", label: "BC+SR", meaning: "behavior cloning, then self-reinforcement", episodes: 28 },
];

/** The condition with this id. */
export function conditionOf(id: ConditionId): Condition {
  return CONDITIONS.find((condition) => condition.id === id) as Condition;
}

/** A condition as the column of a table. */
export function conditionColumn(id: ConditionId): { key: string; label: string; name: string } {
  const { label } = conditionOf(id);
  return { key: id, label, name: label };
}

/** Experiment tags of the rated episodes begin like this (the checkpoint that was really evaluated stands in the tag). */
const TAG_STARTS: readonly (readonly [string, ConditionId])[] = [
  ["gpt-4_gpt-3.5-turbo_", "gpt-4"],
  ["gpt-3.5-turbo_gpt-3.5-turbo_", "gpt-3.5"],
  ["mistral-instruct_", "base"],
  ["init-selftrain-round-1_", "sr"],
  ["sft-selftrain-round-1-filtered-top-4_", "bc+sr"],
  ["sft-round-2_", "bc"],
];

/** Names in the column `model` of the official tables, and the names of the paper. */
const NAMES: readonly (readonly [RegExp, ConditionId])[] = [
  [/^gpt-?4$/i, "gpt-4"],
  [/^gpt-?3\.5(-turbo)?$/i, "gpt-3.5"],
  [/^mistral(-7b|-instruct)*$/i, "base"],
  [/^(sr|mistral-selftrain(-round)?-?\d*)$/i, "sr"],
  [/^(bc\s*\+\s*sr|bc-selftrain-\d+)$/i, "bc+sr"],
  [/^bc$/i, "bc"],
];

/**
 * The condition of a rated episode: what its experiment tag says, else what the table of ratings calls it. Null for an
 * episode or a name that is none of the study's.
 */
export function recognizeCondition(tag: string, name: string): ConditionId | null {
  const byTag = TAG_STARTS.find(([start]) => tag.startsWith(start));
  if (byTag) return byTag[1];
  return NAMES.find(([pattern]) => pattern.test(name.trim()))?.[1] ?? null;
}

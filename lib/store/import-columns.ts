import type { Column } from "./recordset.ts";

/** The columns that an import fills, table by table; everything else has a default. */
export const EPISODE_COLUMNS: readonly Column[] = [
  ["id", "text"],
  ["source_id", "text"],
  ["variant", "int"],
  ["conflict_state", "text"],
  ["content_hash", "text"],
  ["meaning_hash", "text"],
  ["dialogue_hash", "text"],
  ["shape", "text"],
  ["scenario_source_id", "text"],
  ["codename", "text"],
  ["scenario_text", "text"],
  ["agent1_name", "text"],
  ["agent2_name", "text"],
  ["agent1_source_id", "text"],
  ["agent2_source_id", "text"],
  ["agent1_policy", "text"],
  ["agent2_policy", "text"],
  ["environment_model", "text"],
  ["relationship", "int"],
  ["tag", "text"],
  ["turn_count", "int"],
  ["is_hard", "boolean"],
  ["prompt_mark", "text"],
  ["prompt_mark_reason", "text"],
  ["has_judgments", "boolean"],
  ["self_naming_count", "int"],
  ["source_file", "text"],
  ["source_line", "int"],
  ["import_id", "text"],
  ["is_demo", "boolean"],
];

export const JUDGE_COLUMNS: readonly Column[] = [
  ["id", "text"],
  ["name", "text"],
  ["model", "text"],
  ["version", "text"],
];

export const JUDGMENT_COLUMNS: readonly Column[] = [
  ["id", "text"],
  ["episode_id", "text"],
  ["judge_id", "text"],
];

export const JUDGMENT_RATING_COLUMNS: readonly Column[] = [
  ["judgment_id", "text"],
  ["agent", "smallint"],
  ["dimension", "text"],
  ["score", "float8"],
  ["rationale", "text"],
];

export const SELF_NAMING_COLUMNS: readonly Column[] = [
  ["episode_id", "text"],
  ["turn", "int"],
  ["agent", "smallint"],
  ["pattern", "text"],
  ["excerpt", "text"],
];

export const LINE_COLUMNS: readonly Column[] = [
  ["import_id", "text"],
  ["record", "int"],
  ["line", "int"],
  ["outcome", "text"],
  ["kind", "text"],
  ["source_id", "text"],
  ["record_id", "text"],
  ["reason", "text"],
  ["is_repaired", "boolean"],
  ["excerpt", "text"],
];

const PROFILE_HEAD: readonly Column[] = [
  ["id", "text"],
  ["source_id", "text"],
  ["variant", "int"],
  ["is_current", "boolean"],
  ["conflict_state", "text"],
  ["content_hash", "text"],
  ["raw", "text"],
  ["import_id", "text"],
  ["is_demo", "boolean"],
];

/** The table and columns of each kind of profile. */
export const PROFILE_TABLES = {
  "agent-profile": {
    table: "agent_profiles",
    columns: [
      ...PROFILE_HEAD,
      ["first_name", "text"],
      ["last_name", "text"],
      ["age", "int"],
      ["occupation", "text"],
      ["gender", "text"],
      ["gender_pronoun", "text"],
      ["public_info", "text"],
      ["big_five", "text"],
      ["moral_values", "text[]"],
      ["schwartz_personal_values", "text[]"],
      ["personality_and_values", "text"],
      ["decision_making_style", "text"],
      ["secret", "text"],
      ["mbti", "text"],
    ],
  },
  scenario: {
    table: "scenarios",
    columns: [
      ...PROFILE_HEAD,
      ["codename", "text"],
      ["source", "text"],
      ["scenario", "text"],
      ["goals", "text[]"],
      ["relationship", "int"],
      ["age_constraint", "text"],
      ["occupation_constraint", "text"],
      ["agent_constraint", "text"],
      ["is_hard", "boolean"],
    ],
  },
  relationship: {
    table: "relationship_profiles",
    columns: [
      ...PROFILE_HEAD,
      ["agent1_source_id", "text"],
      ["agent2_source_id", "text"],
      ["relationship", "int"],
      ["background_story", "text"],
    ],
  },
  "scenario-combo": {
    table: "scenario_combos",
    columns: [...PROFILE_HEAD, ["scenario_source_id", "text"], ["agent_source_ids", "text[]"]],
  },
} as const satisfies Record<string, { table: string; columns: readonly Column[] }>;

/** The kinds of profile that are stored. */
export type ProfileKind = keyof typeof PROFILE_TABLES;

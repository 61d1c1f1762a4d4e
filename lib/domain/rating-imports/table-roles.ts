import type { Fields } from "./rating-record.ts";
import { textOf } from "./read-score.ts";
import { seatOf, structureOf } from "./table-cells.ts";

/** What a column says, and the names by which it is usually called; the first column that matches is taken. */
const ROLES = {
  item: /^(?:item|item_?id|episode|episode_?(?:id|pk)|pk|id|story_?id|doc_?id|sample_?id|example_?id)$/i,
  cluster: /^(?:cluster|cluster_?id|prompt_?id|prompt|context|source|group|topic|article|doc)$/i,
  scenario: /^(?:scenario|scenario_?id|environment|env_?(?:id|pk)|codename)$/i,
  system: /^(?:system|system_?(?:id|name)|policy|condition|model|generator)$/i,
  agent: /^(?:agent|seat|agent_?(?:id|number)|which_?agent)$/i,
  dimension: /^(?:dimension|criterion|criteria|aspect|metric|attribute|scale)$/i,
  rater:
    /^(?:rater|rater_?id|annotator|annotator_?(?:id|pseudonym)?|worker_?id|prolific_?id|user|pseudonym|participant)$/i,
  raterKind: /^(?:rater_?(?:kind|type)|kind|source_?type)$/i,
  rationale: /^(?:rationale|reason|reasoning|explanation|comment|justification)$/i,
  inclusion:
    /^(?:inclusion_?(?:probability|prob|chance)|sampling_?(?:probability|prob)|selection_?(?:probability|prob)|pi)$/i,
} as const;
type Role = keyof typeof ROLES;

/** The column that says each thing; an empty name where none does. */
export type TableRoles = Record<Role, string>;

/** A column of a table with its values, lists and objects read. */
export type Column = { name: string; values: unknown[] };

/** The columns of some rows, in the order in which they are first met. */
export function columnsOf(rows: readonly Fields[]): Column[] {
  const names = new Set(rows.flatMap((row) => Object.keys(row)));
  return [...names].map((name) => ({ name, values: rows.map((row) => structureOf(row[name])) }));
}

/** The share of a column's values that have to look like scores before the column does. */
export const NEARLY_ALL = 0.8;
/** Whether a share of the values that are there satisfies a condition, and at least one is there. */
export function mostly(values: readonly unknown[], test: (value: unknown) => boolean, share = NEARLY_ALL): boolean {
  const present = values.filter((value) => textOf(value) !== "");
  return present.length > 0 && present.filter(test).length >= present.length * share;
}

/** Which column says what, by names and values. */
export function rolesOf(columns: readonly Column[]): TableRoles {
  const taken = new Set<string>();
  const roles = Object.entries(ROLES).map(([role, pattern]) => {
    const fits = ({ name, values }: Column) =>
      !taken.has(name) &&
      pattern.test(name) &&
      !values.some((value) => typeof value === "object" && value !== null) &&
      // A column of agents' names says who was rated, but not in which seat.
      (role !== "agent" || mostly(values, (value) => seatOf(textOf(value)) !== null));
    const found = columns.find(fits)?.name ?? "";
    taken.add(found);
    return [role, found];
  });
  return Object.fromEntries(roles) as TableRoles;
}

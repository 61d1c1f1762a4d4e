import { dimensionIdOf } from "#lib/domain/episodes/import/rationale-text.ts";
import { guessTableScales, type SeenScores } from "./guess-scales.ts";
import { MAPPING_LIMITS, type ScoreColumn, type TableMapping } from "./rating-mapping.ts";
import type { Fields } from "./rating-record.ts";
import { numberOf, textOf } from "./read-score.ts";
import { tableReader } from "./read-table.ts";
import { dimensionKey, seatOf, structureOf } from "./table-cells.ts";

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

const JUDGE_NAME = /judge|gpt|llm|llama|mistral|claude|gemini|qwen|chatgpt|auto(?:matic)?/i;
const NO_SCORE = /(?:^|_)(?:id|line|row|index|time|minutes|seconds|ms|overall_score|version|seed|position)$/i;

type Column = { name: string; values: unknown[] };

function columnsOf(rows: readonly Fields[]): Column[] {
  const names = new Set(rows.flatMap((row) => Object.keys(row)));
  return [...names].map((name) => ({ name, values: rows.map((row) => structureOf(row[name])) }));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The share of a column's values that have to look like scores before the column does. */
const NEARLY_ALL = 0.8;
/** Enough where the name says that scores are meant, or where no other column looks like scores: the rest is refused by line. */
const HALF = 0.5;

/** Whether that share of the values that are there satisfies a condition, and at least one is there. */
function mostly(values: readonly unknown[], test: (value: unknown) => boolean, share = NEARLY_ALL): boolean {
  const present = values.filter((value) => textOf(value) !== "");
  return present.length > 0 && present.filter(test).length >= present.length * share;
}

const isNumber = (value: unknown) => Math.abs(numberOf(value) ?? Number.POSITIVE_INFINITY) <= MAPPING_LIMITS.score;
const isScoreLike = (value: unknown) => isNumber(value) || (isObject(value) && isNumber(value.score));
// Some of a list's scores may be texts (“N/A”); a list of a text and a number is something else.
const isScoreList = (value: unknown) => Array.isArray(value) && value.filter(isNumber).length > value.length / 2;

function namesIn(value: unknown): string[] {
  return isObject(value) ? Object.keys(value) : [];
}

function holdsOf({ name, values }: Column, hasDimension: boolean, share: number): ScoreColumn["holds"] | null {
  if (mostly(values, isScoreList, share)) return "list";
  const inside = (test: (value: unknown) => boolean) =>
    mostly(values, (value) => isObject(value) && mostly(Object.values(value), test), share);
  if (inside((value) => isScoreLike(value) || isScoreList(value))) {
    if (hasDimension) return "raters";
    // An object with other names in every row holds something else than dimensions.
    return new Set(values.flatMap(namesIn)).size <= MAPPING_LIMITS.scales ? "dimensions" : null;
  }
  return mostly(values, isScoreLike, share) && !NO_SCORE.test(name) ? "score" : null;
}

/** Whether a column is called a score, or by one of SOTOPIA's dimensions. */
function isCalledScore(name: string): boolean {
  return /(?:^|_)(?:scores?|ratings?|value)$/i.test(name) || dimensionIdOf(seatInName(name).rest) !== null;
}

function rolesOf(columns: readonly Column[]): Record<Role, string> {
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
  return Object.fromEntries(roles) as Record<Role, string>;
}

/** `believability_1` and `agent1_goal` name a seat; everything else rates what its row says. */
function seatInName(name: string): { agent: 1 | 2 | null; rest: string } {
  const found = /^(.*)_([12])$/.exec(name) ?? /^agent_?([12])[_.](.*)$/i.exec(name);
  if (!found) return { agent: null, rest: name };
  const [first, second] = [found[1] ?? "", found[2] ?? ""];
  const [rest, seat] = /^[12]$/.test(second) ? [first, second] : [second, first];
  return dimensionIdOf(rest) ? { agent: Number(seat) as 1 | 2, rest } : { agent: null, rest: name };
}

function scoreColumn(column: Column, holds: ScoreColumn["holds"], roles: Record<Role, string>): ScoreColumn {
  const isJudge = JUDGE_NAME.test(column.name);
  const isRaterColumn = isJudge || /human|person|crowd|annotator|rater|score|rating|value/i.test(column.name);
  const { agent, rest } = seatInName(column.name);
  const dimension =
    roles.dimension === "" && holds !== "dimensions" && !(isRaterColumn && holds === "list") ? rest : "";
  const isNamed = isJudge && roles.dimension !== "" && holds === "score";
  return {
    column: column.name,
    holds,
    kind: isJudge ? "judge" : "human",
    dimension: dimension === "" ? "" : (dimensionIdOf(dimension) ?? dimensionKey(dimension)),
    rater: isNamed && roles.rater === "" ? column.name.replace(/_?score$/i, "") : "",
    raterColumn: "",
    rationaleColumn: "",
    agent: roles.agent === "" ? agent : null,
  };
}

/** A text column that belongs to a score column by its name: `judge` to `judge_score`, `goal_reason` to `goal`. */
function withCompanions(score: ScoreColumn, columns: readonly Column[], roles: Record<Role, string>): ScoreColumn {
  const stem = score.column.replace(/_?(?:score|rating)s?$/i, "");
  const isText = ({ name, values }: Column) =>
    name !== score.column &&
    values.some((value) => typeof value === "string" && textOf(value) !== "" && !isNumber(value));
  const named = columns.find((column) => column.name === stem && isText(column) && column.name !== roles.rater);
  const reason = columns.find(
    (column) =>
      isText(column) &&
      [`${stem}_reason`, `${stem}_reasoning`, `${stem}_rationale`, `${stem} (2)`].includes(column.name),
  );
  return {
    ...score,
    raterColumn: score.kind === "judge" && score.holds === "score" && named ? named.name : "",
    rationaleColumn: reason?.name ?? "",
  };
}

/** Everything in a table that could be a score, each as a column of scores. */
function scoreColumns(columns: readonly Column[], roles: Record<Role, string>): ScoreColumn[] {
  const used = new Set(Object.values(roles));
  const free = columns.filter(({ name }) => !used.has(name) && name.length <= MAPPING_LIMITS.columnName);
  const lookingLike = (shareOf: (name: string) => number) =>
    free.flatMap((column) => {
      const holds = holdsOf(column, roles.dimension !== "", shareOf(column.name));
      return holds ? [withCompanions(scoreColumn(column, holds, roles), columns, roles)] : [];
    });
  const sure = lookingLike((name) => (isCalledScore(name) ? HALF : NEARLY_ALL));
  const found = sure.length > 0 ? sure : lookingLike(() => HALF);
  // A long table has one score a row; further numbers beside it (minutes, line numbers) are none.
  const plain = found.find(({ column }) => /^(?:score|rating|value)$/i.test(column));
  return plain && roles.dimension !== ""
    ? found.filter(({ column, holds }) => column === plain.column || holds !== "score")
    : found;
}

/** A dimension's name as long as one may be. */
function shownName(name: string): string {
  const { dimensionName } = MAPPING_LIMITS;
  return name.trim().length > dimensionName ? `${name.trim().slice(0, dimensionName - 1)}…` : name.trim();
}

/** The dimensions of some rows with the scores that a mapping finds there, before any scale refuses one. */
function seenScores(rows: readonly Fields[], mapping: Omit<TableMapping, "scales">): SeenScores[] {
  const names = new Map<string, string>();
  const note = (name: string) => dimensionKey(name) !== "" && names.set(dimensionKey(name), shownName(name));
  for (const row of rows) {
    if (mapping.dimension !== "") note(textOf(row[mapping.dimension]));
    for (const column of mapping.scores) {
      const value = column.holds === "dimensions" ? structureOf(row[column.column]) : null;
      if (isObject(value)) for (const name of Object.keys(value)) note(name);
      if (column.dimension !== "") note(column.dimension);
    }
  }
  const { score: furthest } = MAPPING_LIMITS;
  const scales = [...names]
    .slice(0, MAPPING_LIMITS.scales)
    .map(([key, name]) => ({ key, name, min: -furthest, max: furthest, isWhole: false }));
  const seen = new Map(
    scales.map(({ key, name }) => [key, { key, name, human: [] as number[], judge: [] as number[] }]),
  );
  const read = tableReader({ ...mapping, scales }, "");
  for (const row of rows) {
    const parsed = read(row);
    if (parsed.outcome !== "taken") continue;
    for (const { dimension, rater, score } of parsed.ratings)
      seen.get(dimension)?.[rater.kind === "judge" ? "judge" : "human"].push(score);
  }
  return [...seen.values()].filter(({ human, judge }) => human.length + judge.length > 0);
}

/** Whether some item comes with more than one system, so that its id alone does not say what was rated. */
function isItemShared(rows: readonly Fields[], { item, system }: Record<Role, string>): boolean {
  if (item === "" || system === "") return false;
  const systems = new Map<string, string>();
  return rows.some((row) => {
    const [id, name] = [textOf(row[item]), textOf(row[system])];
    const known = systems.get(id);
    systems.set(id, name);
    return known !== undefined && known !== name;
  });
}

/** The scales of a table's dimensions by what its rows hold, for somebody to confirm. */
export function guessScales(rows: readonly Fields[], mapping: Omit<TableMapping, "scales">) {
  return guessTableScales(seenScores(rows, mapping));
}

/**
 * What the columns of a table probably mean, from their names and the rows given. A proposal: `scores` is empty where
 * nothing looks like a score.
 */
export function guessTableMapping(rows: readonly Fields[]): TableMapping {
  const columns = columnsOf(rows);
  const roles = rolesOf(columns);
  const scores = scoreColumns(columns, roles).slice(0, MAPPING_LIMITS.scores);
  const mapping = { ...roles, isItemShared: isItemShared(rows, roles), scores };
  return { ...mapping, scales: guessScales(rows, mapping) };
}

import { dimensionIdOf } from "#lib/domain/episodes/import/rationale-text.ts";
import { MAPPING_LIMITS, type ScoreColumn } from "./rating-mapping.ts";
import { numberOf, textOf } from "./read-score.ts";
import { dimensionKey, isObject } from "./table-cells.ts";
import { type Column, mostly, NEARLY_ALL, type TableRoles } from "./table-roles.ts";

const JUDGE_NAME = /judge|gpt|llm|llama|mistral|claude|gemini|qwen|chatgpt|auto(?:matic)?/i;
/** A column that says whose scores all of a row are, where they are a judge's. */
const JUDGE_COLUMN = /^(?:llm_?)?judge(?:_?(?:name|model|id))?$/i;
const OF_PEOPLE = /human|person|people|crowd|annotator/i;
const NO_SCORE = /(?:^|_)(?:id|line|row|index|time|minutes|seconds|ms|overall_score|version|seed|position)$/i;

/** Enough where the name says that scores are meant, or where no other column looks like scores: the rest is refused by line. */
const HALF = 0.5;

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

/** `believability_1` and `agent1_goal` name a seat; everything else rates what its row says. */
function seatInName(name: string): { agent: 1 | 2 | null; rest: string } {
  const found = /^(.*)_([12])$/.exec(name) ?? /^agent_?([12])[_.](.*)$/i.exec(name);
  if (!found) return { agent: null, rest: name };
  const [first, second] = [found[1] ?? "", found[2] ?? ""];
  const [rest, seat] = /^[12]$/.test(second) ? [first, second] : [second, first];
  return dimensionIdOf(rest) ? { agent: Number(seat) as 1 | 2, rest } : { agent: null, rest: name };
}

function scoreColumn(column: Column, holds: ScoreColumn["holds"], roles: TableRoles): ScoreColumn {
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
function withCompanions(score: ScoreColumn, columns: readonly Column[], roles: TableRoles): ScoreColumn {
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

/**
 * Scores of a table that names no rater but a judge for each row are that judge's, not one unnamed person's. Where a column
 * is a judge's by its name, or people's, the column of names belongs to that one.
 */
function byJudgeOfRow(scores: ScoreColumn[], columns: readonly Column[], roles: TableRoles): ScoreColumn[] {
  const judge = columns.find(({ name, values }) => JUDGE_COLUMN.test(name) && !mostly(values, isNumber, HALF));
  const isOtherwise = ({ kind, holds, column }: ScoreColumn) =>
    kind === "judge" || holds === "raters" || OF_PEOPLE.test(column);
  if (!judge || roles.rater !== "" || roles.raterKind !== "" || scores.some(isOtherwise)) return scores;
  return scores.map((score) => ({ ...score, kind: "judge", rater: judge.name, raterColumn: judge.name }));
}

/** Everything in a table that could be a score, each as a column of scores. */
export function guessScoreColumns(columns: readonly Column[], roles: TableRoles): ScoreColumn[] {
  return byJudgeOfRow(scoreColumnsOf(columns, roles), columns, roles);
}

function scoreColumnsOf(columns: readonly Column[], roles: TableRoles): ScoreColumn[] {
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

import type { TableJudges } from "./named-judge.ts";
import type { ScoreColumn, TableMapping } from "./rating-mapping.ts";
import type { Fields, RatedAgent, RaterDraft } from "./rating-record.ts";
import { readScore, textOf } from "./read-score.ts";
import type { ReadRatings } from "./sotopia-scores.ts";
import { dimensionKey, isObject, seatOf, structureOf, textAt } from "./table-cells.ts";

/** One score of a row with everything that is said of it. */
type Cell = { value: unknown; dimension: string; rater: RaterDraft; rationale: string; place: string };

/** A score alone, or an object that holds it with its reason. */
function scoreAndReason(value: unknown): { value: unknown; rationale: string } {
  if (!isObject(value) || !("score" in value)) return { value, rationale: "" };
  return { value: value.score, rationale: textOf(value.rationale ?? value.reasoning ?? value.reason) };
}

/** Reads the score columns of a table's rows: who rated whom on what, in each of the forms that a column may take. */
export class ScoreColumns {
  private readonly mapping: TableMapping;
  private readonly judges: TableJudges;
  private readonly scales;

  constructor(mapping: TableMapping, judges: TableJudges) {
    this.mapping = mapping;
    this.judges = judges;
    this.scales = new Map(mapping.scales.map((scale) => [scale.key, scale]));
  }

  /** Whether a score of this column is a judge's: by the row where the table says so. */
  private kindOf(fields: Fields, column: ScoreColumn): "human" | "judge" {
    const said = textAt(fields, this.mapping.raterKind);
    if (said === "") return column.kind;
    return /judge|llm|model|machine|auto|\bai\b/i.test(said) ? "judge" : "human";
  }

  private raterOf(fields: Fields, column: ScoreColumn): RaterDraft | null {
    const name = (column.raterColumn && textAt(fields, column.raterColumn)) || column.rater;
    const said = name || textAt(fields, this.mapping.rater);
    if (this.kindOf(fields, column) === "judge") return this.judges.named(said, column.column);
    if (said !== "") return { kind: "human", id: said };
    // A column of people without names: each column is a place of its own.
    return this.mapping.rater === "" && column.raterColumn === "" ? { kind: "position", name: column.column } : null;
  }

  /** The cells of one score column: one for a score, several for a list or an object. */
  private cellsOf(fields: Fields, column: ScoreColumn): Cell[] | string {
    const value = structureOf(fields[column.column]);
    const dimension = column.dimension || textAt(fields, this.mapping.dimension);
    const rationale = textAt(fields, column.rationaleColumn) || textAt(fields, this.mapping.rationale);
    if (textOf(value) === "") return [];
    if (column.holds === "list") return this.listCells(value, dimension, this.drawsOf(fields, column), rationale);
    if (column.holds === "raters") {
      if (!isObject(value)) return `${column.column} holds no object from raters to scores`;
      return Object.entries(value).map(([name, one]) => {
        const rater: RaterDraft =
          column.kind === "judge" ? this.judges.named(name, column.column) : { kind: "human", id: name };
        return { dimension, rater, place: `${column.column}, ${name}`, ...scoreAndReason(one) };
      });
    }
    const rater = this.raterOf(fields, column);
    if (column.holds === "dimensions") return this.dimensionCells(value, rater, column, rationale);
    if (!rater) return "the row names no rater";
    const single = scoreAndReason(value);
    return [{ dimension, rater, place: column.column, value: single.value, rationale: single.rationale || rationale }];
  }

  /** Who gives the scores of a list: one judge all of them, one draw after the other, or people by their place in it. */
  private drawsOf(fields: Fields, column: ScoreColumn): { name: string; judge: RaterDraft | null } {
    return { name: column.column, judge: column.kind === "judge" ? this.raterOf(fields, column) : null };
  }

  private listCells(
    value: unknown,
    dimension: string,
    { name, judge }: { name: string; judge: RaterDraft | null },
    rationale: string,
  ): Cell[] | string {
    if (!Array.isArray(value)) return `${name} holds no list of scores`;
    return value.map((one, index) => {
      const place = `${name} ${index + 1}`;
      return { value: one, dimension, rater: judge ?? { kind: "position", name: place }, rationale, place };
    });
  }

  private dimensionCells(
    value: unknown,
    rater: RaterDraft | null,
    column: ScoreColumn,
    rationale: string,
  ): Cell[] | string {
    if (!isObject(value)) return `${column.column} holds no object from dimensions to scores`;
    const cells = Object.entries(value).map(([name, one]): Cell[] | string => {
      if (Array.isArray(one))
        return this.listCells(
          one,
          name,
          { name: column.column, judge: column.kind === "judge" ? rater : null },
          rationale,
        );
      if (!rater) return "the row names no rater";
      const single = scoreAndReason(one);
      return [
        { dimension: name, rater, place: column.column, value: single.value, rationale: single.rationale || rationale },
      ];
    });
    return cells.find((one) => typeof one === "string") ?? (cells as Cell[][]).flat();
  }

  private agentOf(fields: Fields, column: ScoreColumn): RatedAgent | null {
    if (column.agent !== null) return column.agent;
    if (this.mapping.agent === "") return 0;
    return seatOf(textAt(fields, this.mapping.agent));
  }

  /** Adds what one column of a row holds to what is read of the row: ratings, or sentences on scores that are refused. */
  readColumn(fields: Fields, column: ScoreColumn, read: ReadRatings): void {
    const cells = this.cellsOf(fields, column);
    const agent = this.agentOf(fields, column);
    if (typeof cells === "string") read.refusedScores.push(`${cells}.`);
    else if (agent === null && cells.length > 0)
      read.refusedScores.push(`${column.column}: the row names neither agent 1 nor agent 2.`);
    else for (const cell of cells) this.readCell(cell, agent ?? 0, read);
  }

  private readCell(cell: Cell, agent: RatedAgent, read: ReadRatings): void {
    const key = dimensionKey(cell.dimension);
    const scale = this.scales.get(key);
    if (key === "") read.refusedScores.push(`${cell.place}: the row names no dimension.`);
    else if (!scale) read.refusedScores.push(`${cell.place}: the dimension “${cell.dimension}” has no scale.`);
    else {
      const result = readScore(cell.value, scale);
      if ("refused" in result) read.refusedScores.push(`${key} (${judgeOrPlace(cell)}): ${result.refused}.`);
      else if ("score" in result)
        read.ratings.push({ agent, rater: cell.rater, dimension: key, score: result.score, rationale: cell.rationale });
    }
  }
}

/** Names a cell in a sentence without naming a person. */
function judgeOrPlace(cell: Cell): string {
  return cell.rater.kind === "judge" ? cell.rater.name : cell.place;
}

import { shortKey } from "#lib/domain/shared/short-key.ts";
import { isBlankRow } from "./columns.ts";
import { ItemChances } from "./item-chances.ts";
import { TableJudges, UNNAMED_JUDGE } from "./named-judge.ts";
import type { NamedJudge, TableMapping } from "./rating-mapping.ts";
import { type Fields, itemFacts, type RatingReader } from "./rating-record.ts";
import { ScoreColumns } from "./score-columns.ts";
import type { ReadRatings } from "./sotopia-scores.ts";
import { textAt } from "./table-cells.ts";

class TableReader {
  private readonly mapping: TableMapping;
  private readonly condition: string;
  private readonly judges: TableJudges;
  private readonly columns: ScoreColumns;
  private readonly chances: ItemChances;

  constructor(mapping: TableMapping, condition: string, judge: NamedJudge) {
    this.mapping = mapping;
    this.condition = condition;
    this.judges = new TableJudges(judge);
    this.columns = new ScoreColumns(mapping, this.judges);
    this.chances = new ItemChances(mapping.inclusion);
  }

  read(fields: Fields, record: number, line: number): ReturnType<RatingReader> {
    const item = this.mapping.item === "" ? `row ${record}` : shortKey(textAt(fields, this.mapping.item));
    const system = textAt(fields, this.mapping.system) || this.condition;
    const itemKey = this.mapping.isItemShared && item !== "" && system !== "" ? `${item} · ${system}` : item;
    if (isBlankRow(fields)) return { outcome: "blank", itemKey };
    if (itemKey === "") return { outcome: "refused", itemKey, reason: `The row names no item (${this.mapping.item}).` };
    const read: ReadRatings = { ratings: [], refusedScores: [], remarks: [] };
    for (const column of this.mapping.scores) this.columns.readColumn(fields, column, read);
    if (read.ratings.length + read.refusedScores.length === 0)
      return { outcome: "refused", itemKey, reason: "The row holds no score." };
    const chance = this.chances.said(fields);
    if (typeof chance === "string") return { outcome: "refused", itemKey, reason: chance };
    read.remarks.push(...this.judges.remarksOn(read.ratings));
    const facts = itemFacts(itemKey, {
      cluster: shortKey(textAt(fields, this.mapping.cluster)) || item,
      scenario: shortKey(textAt(fields, this.mapping.scenario)),
      condition: system,
      inclusionProbability: this.chances.keep(itemKey, chance, line, read.remarks),
    });
    return { outcome: "taken", facts, ...read };
  }
}

/**
 * Reads any table by its mapping: long or wide, one score a row or several, with people and judges beside each other.
 * `judge` is what somebody said of its judge along with the file.
 */
export function tableReader(mapping: TableMapping, condition: string, judge: NamedJudge = UNNAMED_JUDGE): RatingReader {
  const reader = new TableReader(mapping, condition, judge);
  let record = 0;
  return (fields, line) => {
    record += 1;
    return reader.read(fields, record, line ?? record);
  };
}

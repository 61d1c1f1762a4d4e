import type { Fields } from "./rating-record.ts";
import { numberOf } from "./read-score.ts";
import { textAt } from "./table-cells.ts";

/** The chances with which the items of a table came to be rated, told by one of its columns. */
export class ItemChances {
  private readonly column: string;
  /** By item: the chance that the first row gave which gave one, and its line. */
  private readonly kept = new Map<string, { chance: number; line: number }>();

  constructor(column: string) {
    this.column = column;
  }

  /** The chance that a row gives, null where it gives none, or a sentence where it is none. */
  said(fields: Fields): number | string | null {
    const said = textAt(fields, this.column);
    if (said === "") return null;
    const chance = numberOf(fields[this.column]);
    if (chance !== null && chance > 0 && chance <= 1) return chance;
    return `“${said.slice(0, 60)}” is no chance above 0 and up to 1 (${this.column}).`;
  }

  /** The chance that counts for an item: the first one, with a remark on every row that gives another. */
  keep(itemKey: string, chance: number | null, line: number, remarks: string[]): number | null {
    const first = this.kept.get(itemKey);
    if (chance === null) return first?.chance ?? null;
    if (!first) this.kept.set(itemKey, { chance, line });
    else if (first.chance !== chance)
      remarks.push(
        `The chance ${chance} (${this.column}) is not that of line ${first.line} for the same item, ${first.chance}, which is kept.`,
      );
    return first?.chance ?? chance;
  }
}

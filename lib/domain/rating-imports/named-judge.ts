import type { NamedJudge, TableMapping } from "./rating-mapping.ts";
import type { RaterDraft, RatingDraft } from "./rating-record.ts";

/** A judge of which nothing is said. */
export const UNNAMED_JUDGE: NamedJudge = { name: "", model: "", version: "", prompt: "" };

/** Whether two names are those of one judge, however they are spelled. */
function isSameName(one: string, other: string): boolean {
  const plain = (name: string) => name.normalize("NFKC").trim().toLowerCase();
  return plain(one) === plain(other);
}

/** The judges of one table, of which somebody may have named one along with the file. */
export class TableJudges {
  private readonly said: NamedJudge;
  /** Judges of the table that are not the one that somebody named, each told once. */
  private readonly others = new Set<string>();

  constructor(said: NamedJudge) {
    this.said = said;
  }

  /**
   * The judge of a score. A `name` in the table stands; what somebody said (name, model, version, prompt) holds for
   * scores without a name and, unless it is of another judge, for those with one. `fallback` is the name where nobody said any.
   */
  named(name: string, fallback: string): RaterDraft {
    const { said } = this;
    const isAnother = name !== "" && said.name !== "" && !isSameName(name, said.name);
    if (isAnother) return { kind: "judge", ...UNNAMED_JUDGE, name };
    return { kind: "judge", ...said, name: name || said.name || fallback };
  }

  /** A sentence for each judge that is met for the first time in a table and is not the one that somebody named. */
  remarksOn(ratings: readonly RatingDraft[]): string[] {
    const { said, others } = this;
    if (said.name === "") return [];
    const names = ratings.flatMap(({ rater }) => (rater.kind === "judge" ? [rater.name] : []));
    const fresh = [...new Set(names)].filter((name) => !isSameName(name, said.name) && !others.has(name));
    for (const name of fresh) others.add(name);
    return fresh.map(
      (name) =>
        `The table names the judge “${name}”, so what was said of “${said.name}” with the file does not count for it.`,
    );
  }
}

/**
 * A proposal with the name that somebody gave its judge in place of the one that was guessed from a column's head. A
 * table whose heads name several judges, or that names them in its rows, keeps them.
 */
export function withNamedJudge(table: TableMapping, name: string): TableMapping {
  const isUnnamed = ({ kind, holds, raterColumn }: TableMapping["scores"][number]) =>
    kind === "judge" && holds !== "raters" && raterColumn === "";
  const guessed = new Set(table.scores.filter(isUnnamed).flatMap(({ rater }) => (rater === "" ? [] : [rater])));
  if (name === "" || guessed.size > 1) return table;
  return { ...table, scores: table.scores.map((score) => (isUnnamed(score) ? { ...score, rater: name } : score)) };
}

import { MAPPING_LIMITS, type TableMapping } from "./rating-mapping.ts";
import type { Fields } from "./rating-record.ts";
import { textOf } from "./read-score.ts";
import { tableReader } from "./read-table.ts";
import { dimensionKey, isObject, structureOf } from "./table-cells.ts";

/** What was seen of one dimension: by people where there are people, since programs fail with numbers of their own (−1). */
export type SeenScores = { key: string; name: string; human: number[]; judge: number[] };

/** A dimension's name as long as one may be. */
function shownName(name: string): string {
  const { dimensionName } = MAPPING_LIMITS;
  return name.trim().length > dimensionName ? `${name.trim().slice(0, dimensionName - 1)}…` : name.trim();
}

/** The dimensions of some rows with the scores that a mapping finds there, before any scale refuses one. */
export function seenScores(rows: readonly Fields[], mapping: Omit<TableMapping, "scales">): SeenScores[] {
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

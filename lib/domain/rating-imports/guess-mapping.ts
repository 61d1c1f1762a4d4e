import { guessScales } from "./guess-scales.ts";
import { guessScoreColumns } from "./guess-score-columns.ts";
import { MAPPING_LIMITS, type TableMapping } from "./rating-mapping.ts";
import type { Fields } from "./rating-record.ts";
import { textOf } from "./read-score.ts";
import { columnsOf, rolesOf, type TableRoles } from "./table-roles.ts";

/** Whether some item comes with more than one system, so that its id alone does not say what was rated. */
function isItemShared(rows: readonly Fields[], { item, system }: TableRoles): boolean {
  if (item === "" || system === "") return false;
  const systems = new Map<string, string>();
  return rows.some((row) => {
    const [id, name] = [textOf(row[item]), textOf(row[system])];
    const known = systems.get(id);
    systems.set(id, name);
    return known !== undefined && known !== name;
  });
}

/**
 * What the columns of a table probably mean, from their names and the rows given. A proposal: `scores` is empty where
 * nothing looks like a score.
 */
export function guessTableMapping(rows: readonly Fields[]): TableMapping {
  const columns = columnsOf(rows);
  const roles = rolesOf(columns);
  const scores = guessScoreColumns(columns, roles).slice(0, MAPPING_LIMITS.scores);
  const mapping = { ...roles, isItemShared: isItemShared(rows, roles), scores };
  return { ...mapping, scales: guessScales(rows, mapping) };
}

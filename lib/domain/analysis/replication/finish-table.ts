import { asPrinted } from "./printed.ts";
import type {
  ComparisonCounts,
  ReplicationCell,
  ReplicationGroup,
  ReplicationLine,
  ReplicationTable,
} from "./replication.ts";

/** A table before its differences are named. */
export type TableDraft = Omit<ReplicationTable, "differences" | "missing">;

/** Names every recomputed figure that differs from the published one, and what could not be recomputed. */
export function finishTable(draft: TableDraft): ReplicationTable {
  return {
    ...draft,
    differences: draft.groups.flatMap((group) => pairsOf(group).flatMap((pair) => differencesOf(draft, group, pair))),
    missing: draft.groups.flatMap((group) => missingOf(draft, group)),
  };
}

type LinePair = { published: ReplicationLine | undefined; recomputed: ReplicationLine };

/** A recomputed line stands right below the published one that it repeats. */
function pairsOf({ lines }: ReplicationGroup): LinePair[] {
  return lines.flatMap((recomputed, index) => {
    if (recomputed.kind !== "recomputed") return [];
    const above = lines[index - 1];
    return [{ published: above?.kind === "published" ? above : undefined, recomputed }];
  });
}

function differencesOf(table: TableDraft, group: ReplicationGroup, { published, recomputed }: LinePair): string[] {
  return recomputed.cells.flatMap((cell, place) => {
    if (cell.comparison !== "different") return [];
    const before = published?.cells[place];
    const what = [group.label, table.columns[place]?.label, published ? measureOf(published.label) : ""]
      .filter((part) => part !== "")
      .join(", ");
    return [`${what}: published ${shown(before)}, recomputed ${shown(cell)}.`];
  });
}

/** “t, published” speaks of t; “Published” of the one figure of the table. */
function measureOf(label: string): string {
  return label.includes(", ") ? (label.split(", ")[0] as string) : "";
}

function shown(cell: ReplicationCell | undefined): string {
  if (cell?.value === null || cell === undefined) return `none${cell?.reason ? ` (${cell.reason})` : ""}`;
  return asPrinted(cell.value, cell.digits);
}

/** One sentence per group and reason, with the columns that it concerns. */
function missingOf(table: TableDraft, group: ReplicationGroup): string[] {
  const columnsByReason = new Map<string, Set<string>>();
  for (const { cells } of group.lines)
    cells.forEach((cell, place) => {
      if (cell.comparison !== "missing") return;
      const columns = columnsByReason.get(cell.reason) ?? new Set();
      columnsByReason.set(cell.reason, columns.add(table.columns[place]?.label ?? ""));
    });
  return [...columnsByReason].map(([reason, columns]) => {
    const isAll = columns.size === table.columns.length;
    return `${group.label}${isAll ? "" : `, ${[...columns].join(", ")}`}: ${reason}.`;
  });
}

/** How the recomputed figures of tables compare, counted. */
export function countComparisons(tables: readonly ReplicationTable[]): ComparisonCounts {
  const counts = { same: 0, different: 0, missing: 0 };
  for (const { groups } of tables)
    for (const { lines } of groups)
      for (const { cells } of lines)
        for (const { comparison } of cells)
          if (comparison !== null && comparison !== "unpublished") counts[comparison] += 1;
  return counts;
}

import type { DisagreementsFinding } from "../findings/disagreements.ts";
import { dimensionTable, type FindingTable, rowsOf } from "./finding-table.ts";
import { countColumn, numberColumn, POINTS, POINTS_SIGNED, wordColumn } from "./table-columns.ts";

/** The cells where judge and people lie furthest apart. */
export function disagreementsTable({ byDimension }: Pick<DisagreementsFinding, "byDimension">): FindingTable {
  const rows = rowsOf(byDimension, ({ cells }) => cells);
  const keyOf = (row: (typeof rows)[number]) => `${row.dimension} ${row.itemKey} ${row.agent}`;
  return dimensionTable({ name: "disagreements", title: "Largest disagreements" }, rows, keyOf, [
    wordColumn("label", "Item", (row) => row.label),
    wordColumn("item", "Key of the item", (row) => row.itemKey, { isForFiles: true }),
    wordColumn("episode", "Episode", (row) => row.episodeId ?? "", { isForFiles: true }),
    countColumn("agent", "Agent", (row) => row.agent || null),
    wordColumn("policy", "Policy", (row) => row.policy),
    numberColumn("judge", "Judge", (row) => row.judge, { ...POINTS, decimals: null }),
    numberColumn("human", "People, mean", (row) => row.human, POINTS),
    numberColumn("difference", "Judge − people", (row) => row.difference, POINTS_SIGNED),
    countColumn("human_ratings", "Ratings by people", (row) => row.humanRatings, { unit: "ratings" }),
  ]);
}

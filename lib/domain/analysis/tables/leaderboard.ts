import type { LeaderboardFinding } from "../findings/leaderboard.ts";
import { dimensionTable, type FindingTable, rowsOf } from "./finding-table.ts";
import { countColumn, estimateColumns, numberColumn, POINTS, wordColumn } from "./table-columns.ts";

/** Everything that the leaderboard knows, in the order of its rows. */
export function leaderboardTable({
  confidence,
  byDimension,
}: Pick<LeaderboardFinding, "confidence" | "byDimension">): FindingTable {
  const rows = rowsOf(byDimension, (board) => board.rows);
  type Row = (typeof rows)[number];
  const whole = rows.some(({ withExcluded }) => withExcluded);
  const scores = (name: string, title: string, of: (row: Row) => Row["human"] | null) =>
    estimateColumns<Row>(name, title, confidence, of, POINTS);
  return dimensionTable({ name: "leaderboard", title: "Scores by policy" }, rows, keyOf, [
    wordColumn("policy", "Policy", (row) => row.policy.label),
    numberColumn("judge_mean", "Judge", (row) => row.judgeMean, POINTS),
    scores("human", "People alone", (row) => row.human),
    ...(rows.some(({ humanAdjusted }) => humanAdjusted)
      ? [scores("human_adjusted", "People, adjusted for leniency", (row) => row.humanAdjusted)]
      : []),
    scores("debiased", "Debiased", (row) => row.debiased),
    numberColumn("lambda", "λ", (row) => row.lambda),
    countColumn("labelled_cells", "Rated by people", (row) => row.labelledCells, { unit: "cells" }),
    countColumn("all_cells", "All", (row) => row.allCells, { unit: "cells" }),
    countColumn("labelled_clusters", "Clusters rated by both", (row) => row.labelledClusters, { unit: "clusters" }),
    countColumn("labelled_scenarios", "Scenarios rated by people", (row) => row.scenarios?.labelled ?? null),
    countColumn("all_scenarios", "All scenarios", (row) => row.scenarios?.all ?? null),
    countColumn("effective_labels", "Worth ratings", (row) => row.effectiveLabels, { unit: "cells" }),
    numberColumn("rank_low", "Rank from", (row) => row.ranks?.[0] ?? null, { decimals: 1, group: "Rank" }),
    numberColumn("rank_high", "to", (row) => row.ranks?.[1] ?? null, { decimals: 1, group: "Rank" }),
    scores("weighted", "Weighted by inclusion", (row) => row.weighted),
    ...(whole
      ? [
          scores("human_with_excluded", "People, with excluded raters", (row) => row.withExcluded?.human ?? null),
          scores(
            "debiased_with_excluded",
            "Debiased, with excluded raters",
            (row) => row.withExcluded?.debiased ?? null,
          ),
        ]
      : []),
    wordColumn("note", "Note", (row) => [row.note, row.remark, row.weightedNote].filter(Boolean).join(" "), {
      isForFiles: true,
    }),
  ]);
}

function keyOf(row: { dimension: string; policy: { label: string } }): string {
  return `${row.dimension} ${row.policy.label}`;
}

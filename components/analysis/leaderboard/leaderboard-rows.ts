import type { ChartTableData } from "#components/charts/figure/chart-table.tsx";
import { policyHue } from "#components/charts/hues.ts";
import type { DotMark, DotRow } from "#components/charts/interval-dot-plot.tsx";
import { formatLimits } from "#components/charts/number-text.ts";
import { formatInteger, NO_VALUE } from "#components/ui/format.ts";
import type { DimensionLeaderboard, LeaderboardRow } from "#lib/domain/analysis/findings/leaderboard.ts";
import { estimateText, numberText, reasonText } from "../frame/figure-cells.ts";
import { countColumn, estimateColumns, numberColumn, twinTable, wordColumn } from "../frame/twin-table.ts";

/** Heads of the columns beside the plot. */
export const LEADERBOARD_HEADS = [
  { text: "score", width: 60 },
  { text: "interval", width: 100 },
  { text: "by people / all", width: 112 },
  { text: "λ", width: 50 },
  { text: "worth ratings", width: 112 },
  { text: "rank", width: 60 },
];

/** One row per policy in the order of the finding: judge, people, and the debiased score where there is one. */
export function leaderboardRows(board: DimensionLeaderboard): DotRow[] {
  return board.rows.map((row) => {
    const best = row.debiased.value === null ? row.human : row.debiased;
    return {
      key: row.policy.label,
      label: row.policy.label,
      marks: marksOf(row),
      absence: reasonText(row.human.reason),
      columns: [
        numberText(best.value),
        formatLimits(best.interval),
        `${formatInteger(row.labelledCells)} / ${formatInteger(row.allCells)}`,
        numberText(row.lambda),
        row.effectiveLabels === null ? NO_VALUE : formatInteger(row.effectiveLabels),
        rankText(row.ranks),
      ],
    };
  });
}

/** Human and debiased marks get lanes of their own, so that their intervals do not hide each other. */
function marksOf(row: LeaderboardRow): DotMark[] {
  const name = row.policy.label;
  const marks: DotMark[] = [];
  if (row.debiased.value !== null)
    marks.push({
      shape: "diamond",
      hue: policyHue(row.policy.colour),
      value: row.debiased.value,
      interval: row.debiased.interval,
      text: `${name}, debiased: ${estimateText(row.debiased)}`,
    });
  if (row.human.value !== null)
    marks.push({
      shape: "circle",
      hue: "human",
      value: row.human.value,
      interval: row.human.interval,
      isTwin: row.debiased.value !== null,
      text: `${name}, people alone: ${estimateText(row.human)}`,
    });
  if (row.judgeMean !== null)
    marks.push({
      shape: "square",
      hue: "quiet",
      value: row.judgeMean,
      interval: null,
      isHollow: true,
      text: `${name}, judge: ${numberText(row.judgeMean)}`,
    });
  return marks;
}

/** Ranks between two are widened to whole ones. */
function rankText(ranks: LeaderboardRow["ranks"]): string {
  if (!ranks) return NO_VALUE;
  const [low, high] = [Math.floor(ranks[0]), Math.ceil(ranks[1])];
  return low === high ? String(low) : `${low}–${high}`;
}

/** Brackets of the neighbours that are not told apart, by the keys of their rows. */
export function tieBrackets(board: DimensionLeaderboard): { from: string; to: string }[] {
  return board.ties.flatMap(([from, to]) => {
    const first = board.rows[from]?.policy.label;
    const second = board.rows[to]?.policy.label;
    return first && second ? [{ from: first, to: second }] : [];
  });
}

/** Which neighbours the data cannot put in order, in words; null where all can be. */
export function tiesSentence(board: DimensionLeaderboard): string | null {
  const pairs = tieBrackets(board).map(({ from, to }) => `${from} and ${to}`);
  return pairs.length > 0 ? `Not told apart (the interval of their difference covers 0): ${pairs.join("; ")}.` : null;
}

/** Why rows have no debiased score, each reason once with the policies that it concerns. */
export function noteSentences(board: DimensionLeaderboard): string[] {
  const byNote = Map.groupBy(
    board.rows.filter((row) => row.note !== ""),
    (row) => row.note,
  );
  return [...byNote].map(([note, rows]) => `${rows.map((row) => row.policy.label).join(", ")}: ${note}`);
}

/** Everything that the leaderboard knows. */
export function leaderboardTable(board: DimensionLeaderboard, confidence: number): ChartTableData {
  return twinTable(board.rows, (row) => row.policy.label, [
    wordColumn("policy", "Policy", (row) => row.policy.label),
    numberColumn("judge_mean", "Judge", (row) => row.judgeMean),
    estimateColumns("human", "People alone", confidence, (row) => row.human),
    estimateColumns("debiased", "Debiased", confidence, (row) => row.debiased),
    numberColumn("lambda", "λ", (row) => row.lambda),
    countColumn("labelled_cells", "Rated by people", (row) => row.labelledCells),
    countColumn("all_cells", "All", (row) => row.allCells),
    countColumn("labelled_clusters", "Clusters rated by people", (row) => row.labelledClusters),
    countColumn("effective_labels", "Worth ratings", (row) => row.effectiveLabels),
    numberColumn("rank_low", "Rank from", (row) => row.ranks?.[0] ?? null, { decimals: 1 }),
    numberColumn("rank_high", "to", (row) => row.ranks?.[1] ?? null, { decimals: 1 }),
    estimateColumns("weighted", "Weighted by inclusion", confidence, (row) => row.weighted),
  ]);
}

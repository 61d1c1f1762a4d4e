import type { Findings } from "../findings/views.ts";
import { estimateCells, estimateColumns, type FindingTable } from "./finding-table.ts";

/** Bias by policy, and the differences to the base. */
export function biasTables({ byDimension }: Findings["bias"]): FindingTable[] {
  return [
    {
      name: "bias-by-policy",
      columns: [
        "dimension",
        "policy",
        "human_mean",
        "judge_mean",
        ...estimateColumns("bias"),
        "p",
        "p_holm",
        "p_permutation",
      ],
      rows: byDimension.flatMap(({ dimension, policies }) =>
        policies.map((row) => [
          dimension.key,
          row.policy.label,
          row.humanMean,
          row.judgeMean,
          ...estimateCells(row.bias),
          row.bias.p,
          row.pAdjusted,
          row.permutationP,
        ]),
      ),
    },
    {
      name: "bias-differences",
      columns: [
        "dimension",
        "policy",
        "base",
        ...estimateColumns("difference"),
        "p",
        "p_holm",
        ...estimateColumns("slope_adjusted"),
        ...estimateColumns("slope_adjusted_for_noise"),
      ],
      rows: byDimension.flatMap(({ dimension, differences }) =>
        differences.map((row) => [
          dimension.key,
          row.policy.label,
          row.base.label,
          ...estimateCells(row.difference),
          row.difference.p,
          row.pAdjusted,
          ...estimateCells(row.adjusted),
          ...estimateCells(row.adjustedForNoise),
        ]),
      ),
    },
  ];
}

/** The debiased leaderboard. */
export function leaderboardTable({ byDimension }: Findings["leaderboard"]): FindingTable {
  return {
    name: "leaderboard",
    columns: [
      "dimension",
      "policy",
      "judge_mean",
      ...estimateColumns("human"),
      ...estimateColumns("debiased"),
      "lambda",
      "labelled_cells",
      "all_cells",
      "labelled_scenarios",
      "all_scenarios",
      "effective_labels",
      "rank_low",
      "rank_high",
      ...estimateColumns("weighted"),
      "note",
    ],
    rows: byDimension.flatMap(({ dimension, rows }) =>
      rows.map((row) => [
        dimension.key,
        row.policy.label,
        row.judgeMean,
        ...estimateCells(row.human),
        ...estimateCells(row.debiased),
        row.lambda,
        row.labelledCells,
        row.allCells,
        row.scenarios?.labelled ?? null,
        row.scenarios?.all ?? null,
        row.effectiveLabels,
        row.ranks?.[0] ?? null,
        row.ranks?.[1] ?? null,
        ...(row.weighted ? estimateCells(row.weighted) : estimateColumns("weighted").map(() => null)),
        [row.note, row.remark, row.weightedNote].filter(Boolean).join(" "),
      ]),
    ),
  };
}

/** Means of judge and people per policy, and the gap. */
export function linesTable({ byDimension }: Findings["lines"]): FindingTable {
  return {
    name: "lines",
    columns: ["dimension", "policy", ...["judge", "human", "gap"].flatMap(estimateColumns)],
    rows: byDimension.flatMap(({ dimension, points }) =>
      points.map(({ policy, judge, human, gap }) => [
        dimension.key,
        policy.label,
        ...[judge, human, gap].flatMap(estimateCells),
      ]),
    ),
  };
}

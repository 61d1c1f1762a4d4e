import type { Findings } from "../findings/views.ts";
import { estimateCells, estimateColumns, type FindingTable } from "./finding-table.ts";

/** Quality of each annotator, and the alternative-annotator test. Flags are those that the reader may see. */
export function annotatorTables({ byDimension, altTest }: Findings["annotators"]): FindingTable[] {
  return [annotatorsTable(byDimension), altTestTable(altTest)];
}

function annotatorsTable(byDimension: Findings["annotators"]["byDimension"]): FindingTable {
  return {
    name: "annotators",
    columns: [
      "dimension",
      "annotator",
      "is_left_out",
      "ratings",
      "overlap",
      ...estimateColumns("difference_from_others"),
      "mean_absolute_difference",
      "leniency",
      "leniency_low",
      "leniency_high",
      "modal_share",
      "longest_run",
      "expected_run",
      "median_minutes",
      "flags",
    ],
    rows: byDimension.flatMap(({ dimension, rows }) =>
      rows.map((row) => [
        dimension.key,
        row.name,
        Number(row.isLeftOut),
        row.ratings,
        row.overlap,
        ...estimateCells(row.leaveOneOutBias),
        row.meanAbsoluteDifference.value,
        row.severity.value,
        row.severityInterval?.[0] ?? null,
        row.severityInterval?.[1] ?? null,
        row.modalShare.value,
        row.longestRun,
        row.expectedRun,
        row.medianMinutes,
        row.flags.join(" "),
      ]),
    ),
  };
}

function altTestTable({ rows, epsilon }: Findings["annotators"]["altTest"]): FindingTable {
  return {
    name: "alternative-annotator-test",
    columns: [
      "dimension",
      "annotator",
      "epsilon",
      "items",
      "units",
      "advantage",
      "advantage_low",
      "advantage_high",
      "mean_difference",
      "standard_error",
      "degrees_of_freedom",
      "p",
      "p_adjusted",
      "is_rejected",
      "note",
    ],
    rows: rows.map((row) => [
      row.dimension,
      row.name,
      epsilon,
      row.items,
      row.units,
      row.advantage,
      row.advantageInterval?.[0] ?? null,
      row.advantageInterval?.[1] ?? null,
      row.meanDifference,
      row.standardError,
      row.degreesOfFreedom,
      row.p,
      row.pAdjusted,
      Number(row.isRejected),
      row.note,
    ]),
  };
}

/** Curves of the planner as they were measured and projected, where to label next, and what people have rated so far. */
export function plannerTables({ byDimension, completion, offered }: Findings["planner"]): FindingTable[] {
  return [
    curvesTable(byDimension),
    allocationTable(byDimension),
    {
      name: "planner-completion",
      columns: ["dimension", "judge_from", "judge_to", "cells", "labelled"],
      rows: completion.map(({ dimension, from, to, cells, labelled }) => [dimension, from, to, cells, labelled]),
    },
    {
      name: "planner-offered",
      columns: ["by", "dimension", "from", "to", "items", "given", "submitted", "returned", "timed_out"],
      rows: offered.map(({ by, dimension, from, to, items, given, submitted, returned, timedOut }) => [
        by,
        dimension,
        from,
        to,
        items,
        given,
        submitted,
        returned,
        timedOut,
      ]),
    },
  ];
}

function curvesTable(byDimension: Findings["planner"]["byDimension"]): FindingTable {
  return {
    name: "planner-curves",
    columns: [
      "dimension",
      "quantity",
      "policy",
      "kind",
      "clusters",
      "half_width",
      "low",
      "high",
      "have",
      "needed",
      "needed_at_most",
    ],
    rows: byDimension.flatMap(({ dimension, curves }) =>
      curves.flatMap(({ kind, policy, measured, projected, have, needed, neededAtMost }) => {
        const start = [dimension.key, kind, policy.label];
        const end = [have, needed, neededAtMost];
        return [
          ...measured.map((at) => [...start, "measured", at.clusters, at.halfWidth, null, null, ...end]),
          ...projected.map((at) => [...start, "projected", at.clusters, at.halfWidth, at.low, at.high, ...end]),
        ];
      }),
    ),
  };
}

function allocationTable(byDimension: Findings["planner"]["byDimension"]): FindingTable {
  return {
    name: "planner-allocation",
    columns: [
      "dimension",
      "policy",
      "judge_from",
      "judge_to",
      "available",
      "have",
      "want",
      "next",
      "inclusion_probability",
    ],
    rows: byDimension.flatMap(({ dimension, allocation }) =>
      allocation.map((row) => [
        dimension.key,
        row.policies.map(({ label }) => label).join(" with "),
        row.band.from,
        row.band.to,
        row.available,
        row.have,
        row.want,
        row.next,
        row.inclusionProbability,
      ]),
    ),
  };
}

import type { Findings } from "../findings/views.ts";
import { binRanges } from "../grid-fields.ts";
import { estimateCells, estimateColumns, type FindingTable } from "./finding-table.ts";

/** The judge-by-human grid: how many cells lie in each bin, with the scores that it holds from and to. */
export function gridTable({ byDimension }: Findings["grid"]): FindingTable {
  return {
    name: "judge-by-human",
    columns: ["dimension", "policy", "judge", "judge_from", "judge_to", "human", "human_from", "human_to", "cells"],
    rows: byDimension.flatMap(({ dimension, facets }) =>
      facets.flatMap((facet) =>
        facet.bins.map((bin) => {
          const { judge, human } = binRanges(facet, bin, dimension);
          return [dimension.key, facet.policy?.label ?? "", bin.judge, ...judge, bin.human, ...human, bin.count];
        }),
      ),
    ),
  };
}

/** Mean human rating at each score of the judge. */
export function calibrationTable({ byDimension }: Findings["calibration"]): FindingTable {
  return {
    name: "calibration",
    columns: ["dimension", "policy", "judge", ...estimateColumns("human")],
    rows: byDimension.flatMap(({ dimension, policies }) =>
      policies.flatMap(({ policy, points }) =>
        points.map((point) => [dimension.key, policy.label, point.judge, ...estimateCells(point.human)]),
      ),
    ),
  };
}

/** Bias, limits of agreement and trend. */
export function blandAltmanTable({ byDimension }: Findings["bland-altman"]): FindingTable {
  return {
    name: "bland-altman",
    columns: [
      "dimension",
      "policy",
      ...estimateColumns("bias"),
      "sd",
      "lower_limit",
      "upper_limit",
      ...estimateColumns("slope"),
    ],
    rows: byDimension.flatMap(({ dimension, facets }) =>
      facets.map(({ policy, bias, deviation, lower, upper, trend }) => [
        dimension.key,
        policy.label,
        ...estimateCells(bias),
        deviation,
        lower?.value ?? null,
        upper?.value ?? null,
        ...(trend ? estimateCells(trend.slope) : estimateColumns("").map(() => null)),
      ]),
    ),
  };
}

const AGREEMENT = [
  "withinOne",
  "alphaInterval",
  "alphaOrdinal",
  "ac2",
  "iccSingle",
  "iccMean",
  "judgeSpearman",
] as const;

/** Agreement and reliability of people, and how the judge goes with them. */
export function agreementTable({ rows }: Findings["agreement"]): FindingTable {
  return {
    name: "agreement",
    columns: [
      "dimension",
      "items",
      "ratings",
      "second_ratings_left_out",
      "raters",
      ...AGREEMENT.flatMap(estimateColumns),
      "judge_spearman_policies",
      "judge_equal",
      "judge_within_one",
      "judge_within_two",
      "ceiling_within_policies",
      "share_of_ceiling",
      "ceiling_pooled",
      "paper_pairwise_agreement",
      "paper_randolph",
      "paper_fleiss",
      "paper_alpha",
    ],
    rows: rows.map((row) => [
      row.dimension.key,
      row.items,
      row.ratings,
      row.secondRatings,
      row.raters,
      ...AGREEMENT.flatMap((name) => estimateCells(row[name])),
      row.judgeSpearmanPolicies.used,
      row.judgeWithin.zero.value,
      row.judgeWithin.one.value,
      row.judgeWithin.two.value,
      row.ceiling.value,
      row.shareOfCeiling.value,
      row.pooledCeiling.value,
      row.paperCompatible.pairwiseAgreement.value,
      row.paperCompatible.randolph.value,
      row.paperCompatible.fleiss.value,
      row.paperCompatible.legacyAlpha.value,
    ]),
  };
}

import { CORRELATIONS, type CorrelationName } from "#lib/domain/statistics/pair-patterns.ts";
import { CORRELATION_WORDS } from "../correlation-words.ts";
import { narrowRemark } from "../few-varied.ts";
import type { AgreementFinding, AgreementRow } from "../findings/agreement.ts";
import type { Estimate } from "../findings/common.ts";
import { TOO_FEW } from "../words.ts";
import { type FindingTable, wholeTable } from "./finding-table.ts";
import { countColumn, estimateColumns, measuredColumn, numberColumn, wordColumn } from "./table-columns.ts";

/** Below this many policies a correlation over them is too few to interpret; two are always ±1. */
const FEWEST_POLICIES = 5;

type AgreementPart = Pick<AgreementFinding, "confidence" | "rows">;

const DIMENSION = [
  wordColumn<AgreementRow>("dimension_name", "Dimension", (row) => row.dimension.name),
  wordColumn<AgreementRow>("dimension", "Dimension, key", (row) => row.dimension.key, { isForFiles: true }),
];

/** All coefficients with their intervals, one row per dimension. */
export function agreementTable({ confidence, rows }: AgreementPart): FindingTable {
  const estimate = (name: string, title: string, of: (row: AgreementRow) => Estimate | null) =>
    estimateColumns(name, title, confidence, of);
  return wholeTable({ name: "agreement", title: "Agreement and reliability" }, rows, keyOf, [
    ...DIMENSION,
    countColumn("items", "Items with 2 or more", (row) => row.items, { unit: "items" }),
    countColumn("clusters", "Clusters", (row) => row.withinOne.clusters, { unit: "clusters" }),
    countColumn("varied_clusters", "Clusters that vary", (row) => row.variedClusters, { unit: "clusters" }),
    countColumn("ratings", "Ratings", (row) => row.ratings, { unit: "ratings" }),
    countColumn("second_ratings_left_out", "Second ratings left out", (row) => row.secondRatings, { unit: "ratings" }),
    countColumn("raters", "Raters", (row) => row.raters, { unit: "raters" }),
    estimate("within_one", "Within 1", (row) => row.withinOne),
    measuredColumn("exact", "Equal", (row) => row.exact),
    estimate("alpha_interval", "α interval", (row) => row.alphaInterval),
    estimate("alpha_ordinal", "α ordinal", (row) => row.alphaOrdinal),
    estimate("ac2", "AC2", (row) => row.ac2),
    estimate("icc_1_1", "ICC(1,1)", (row) => row.iccSingle),
    estimate("icc_1_k", "ICC(1,k)", (row) => row.iccMean),
    numberColumn("k", "k", (row) => row.ratingsPerItem, { decimals: 1, unit: "ratings" }),
    measuredColumn("ceiling", "Ceiling within", (row) => row.ceiling),
    ...CORRELATIONS.map((name) =>
      estimateColumns<AgreementRow>(
        `judge_${name}`,
        `Judge, ${CORRELATION_WORDS[name].name} within`,
        confidence,
        (row) => row.judgeWithinPolicies[name],
        { counts: name === "spearman" ? "shown" : "for-files" },
      ),
    ),
    countColumn("judge_policies", "Policies that it averages", (row) => row.judgePolicies.used),
    measuredColumn("spearman_of_ceiling", "Spearman of ceiling", (row) => row.shareOfCeiling.spearman),
    measuredColumn("pearson_of_ceiling", "Pearson of ceiling", (row) => row.shareOfCeiling.pearson),
    countColumn(
      "ratings_for_reliability_0_8",
      "Ratings for 0.8",
      ({ ratingsForReliability: wanted }) => (wanted === null ? null : Math.ceil(wanted)),
      { unit: "ratings" },
    ),
    measuredColumn("judge_equal", "Judge equal", (row) => row.judgeWithin.zero),
    measuredColumn("judge_within_one", "Judge within 1", (row) => row.judgeWithin.one),
    measuredColumn("judge_within_two", "Judge within 2", (row) => row.judgeWithin.two),
    wordColumn("remark", "Remark", remarkOf),
  ]);
}

/** The same coefficients with the ratings counted that are left out; null where nobody is left out. */
export function agreementWithExcludedTable({ confidence, rows }: AgreementPart): FindingTable | null {
  const whole = rows.flatMap((row) =>
    row.withExcluded ? [{ ...row.withExcluded, dimension: row.dimension, own: row }] : [],
  );
  if (whole.length === 0) return null;
  type Row = (typeof whole)[number];
  const both = (
    name: string,
    title: string,
    of: (row: Pick<Row, "alphaOrdinal" | "ac2" | "iccMean" | "judgeWithinPolicies" | "withinOne">) => Estimate,
  ) => [
    numberColumn<Row>(`${name}_without`, `${title}, without`, (row) => of(row.own).value),
    estimateColumns<Row>(name, `${title}, with`, confidence, of),
  ];
  const head = { name: "agreement-with-excluded", title: "With excluded raters" };
  return wholeTable(head, whole, (row) => row.dimension.key, [
    wordColumn("dimension_name", "Dimension", (row) => row.dimension.name),
    wordColumn("dimension", "Dimension, key", (row) => row.dimension.key, { isForFiles: true }),
    countColumn("items_without", "Items with 2 or more, without", (row) => row.own.items, { unit: "items" }),
    countColumn("items", "Items with 2 or more, with", (row) => row.items, { unit: "items" }),
    countColumn("raters_without", "Raters, without", (row) => row.own.raters, { unit: "raters" }),
    countColumn("raters", "Raters, with", (row) => row.raters, { unit: "raters" }),
    ...both("within_one", "Within 1", (row) => row.withinOne),
    ...both("alpha_ordinal", "α ordinal", (row) => row.alphaOrdinal),
    ...both("ac2", "AC2", (row) => row.ac2),
    ...both("icc_1_k", "ICC(1,k)", (row) => row.iccMean),
    ...both("judge_spearman", "Judge, Spearman within", (row) => row.judgeWithinPolicies.spearman),
    wordColumn("remark", "Remark", narrowRemark),
  ]);
}

/** Pooled over policies, which can mislead: shown on request only. */
export function pooledTable({ confidence, rows }: AgreementPart): FindingTable {
  const pooled = (name: string, title: string, correlation: CorrelationName) =>
    estimateColumns<AgreementRow>(name, title, confidence, (row) => row.judgePooled[correlation]);
  return wholeTable({ name: "agreement-pooled", title: "Pooled over all policies" }, rows, keyOf, [
    ...DIMENSION,
    countColumn("cells", "Cells", (row) => row.judgePooled.pearson.n, { unit: "cells" }),
    countColumn("clusters", "Clusters", (row) => row.judgePooled.pearson.clusters, { unit: "clusters" }),
    ...CORRELATIONS.map((name) => pooled(`pooled_${name}`, `${CORRELATION_WORDS[name].name}, pooled`, name)),
    measuredColumn("pooled_ceiling", "Ceiling, pooled", (row) => row.pooledCeiling),
    ...CORRELATIONS.map((name) =>
      measuredColumn<AgreementRow>(
        `between_policies_${name}`,
        `${CORRELATION_WORDS[name].name} between policies`,
        (row) => row.judgePolicyLevel[name],
        {},
        { remark: (row) => (policiesOf(row) < FEWEST_POLICIES ? TOO_FEW : "") },
      ),
    ),
    countColumn("policies", "Policies", policiesOf),
  ]);
}

/** As the original script computes it, on ratings made binary: for comparison with papers. */
export function paperTable({ rows }: Pick<AgreementPart, "rows">): FindingTable {
  return wholeTable({ name: "agreement-paper", title: "Compatible with the papers" }, rows, keyOf, [
    ...DIMENSION,
    countColumn("items", "Items", (row) => row.paperCompatible.items, { unit: "items" }),
    measuredColumn("pairwise_agreement", "Pairwise agreement", (row) => row.paperCompatible.pairwiseAgreement),
    measuredColumn("randolph_kappa", "Randolph’s κ", (row) => row.paperCompatible.randolph),
    measuredColumn("fleiss_kappa", "Fleiss’ κ", (row) => row.paperCompatible.fleiss),
    measuredColumn("legacy_alpha", "α of the script", (row) => row.paperCompatible.legacyAlpha),
  ]);
}

function keyOf(row: AgreementRow): string {
  return row.dimension.key;
}

function remarkOf(row: AgreementRow): string {
  return [thinRemark(row), row.isThin ? "" : narrowRemark(row)].filter((words) => words !== "").join("; ");
}

function thinRemark(row: AgreementRow): string {
  const [people, judge] = [row.isThin, row.judgePolicies.isThin && row.judgeWithinPolicies.spearman.value !== null];
  if (people && judge) return TOO_FEW;
  if (people) return `people: ${TOO_FEW}`;
  return judge ? `judge, correlations: ${TOO_FEW}` : "";
}

function policiesOf({ judgePolicies: { used, skipped } }: AgreementRow): number {
  return used + skipped;
}

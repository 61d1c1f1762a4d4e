import { activeMean } from "#lib/domain/statistics/active-mean.ts";
import { blandAltman } from "#lib/domain/statistics/bland-altman.ts";
import { exhaustBootstrapMean } from "#lib/domain/statistics/cluster-bootstrap.ts";
import type { ClusterMean } from "#lib/domain/statistics/cluster-mean.ts";
import { clusterIcc } from "#lib/domain/statistics/cluster-variance.ts";
import { clusteredPredictionPoweredMean } from "#lib/domain/statistics/clustered-prediction-powered-mean.ts";
import { type Clusters, numberClusters, numberClustersTogether } from "#lib/domain/statistics/clusters.ts";
import { differenceInDifferences } from "#lib/domain/statistics/difference-in-differences.ts";
import { type Correlation, groupedCorrelation } from "#lib/domain/statistics/grouped-correlation.ts";
import { fitIsotonic } from "#lib/domain/statistics/isotonic.ts";
import { kendallTauB } from "#lib/domain/statistics/kendall.ts";
import { linearCalibration } from "#lib/domain/statistics/linear-calibration.ts";
import { differences } from "#lib/domain/statistics/moments.ts";
import { neymanAllocation } from "#lib/domain/statistics/neyman-allocation.ts";
import { type Adjustment, adjustP } from "#lib/domain/statistics/p-adjust.ts";
import { pairedT } from "#lib/domain/statistics/paired-t.ts";
import { fisherInterval, pearson } from "#lib/domain/statistics/pearson.ts";
import { sampleSizeForPairedT } from "#lib/domain/statistics/power.ts";
import { predictionPoweredMean } from "#lib/domain/statistics/prediction-powered-mean.ts";
import { poweredSampleSize } from "#lib/domain/statistics/prediction-powered-size.ts";
import { sampleSizeForMean } from "#lib/domain/statistics/sample-size.ts";
import { clusterSignFlipTest, signFlipTest } from "#lib/domain/statistics/sign-flip.ts";
import { aggregateCells, signedError } from "#lib/domain/statistics/signed-error.ts";
import { spearman } from "#lib/domain/statistics/spearman.ts";
import { stratifiedMean } from "#lib/domain/statistics/stratified-mean.ts";
import { wilcoxonSignedRank } from "#lib/domain/statistics/wilcoxon.ts";
import type { Adapters } from "../vector-files.ts";

type Pairs = { x: number[]; y: number[] };
type Row = { cluster: string; judge: number; human: number };
type Item = { episode: string; judges: number[]; humans: number[] };
type Labelled = [cluster: string, human: number, judge: number][];
type Unlabelled = [cluster: string, judge: number][];
type ClusterRows = [cluster: string, d: number][];

/** How the vectors about bias, association and inference are handed to the functions of the statistics room. */
export const bias: Adapters = {
  correlation: ({ x, y }: Pairs) => {
    const r = pearson(x, y);
    return {
      pearson: r.value,
      spearman: spearman(x, y).value,
      kendall_tau_b: kendallTauB(x, y).value,
      pearson_ci: r.value === null ? null : fisherInterval(r.value, x.length),
      n: x.length,
      reason: r.reason,
    };
  },
  grouped_correlation: ({ groups }: { groups: (Pairs & { id: string })[] }) => {
    const x = groups.flatMap((group) => group.x);
    const y = groups.flatMap((group) => group.y);
    const of = numberClusters(groups.flatMap((group) => group.x.map(() => group.id)));
    const threeWays = (name: string, correlation: Correlation) => {
      const found = groupedCorrelation(correlation, x, y, of);
      return {
        [`${name}_macro`]: found.within.value,
        [`${name}_pooled`]: found.pooled.value,
        n_groups_used: found.groupsUsed,
      };
    };
    return {
      ...threeWays("pearson", pearson),
      ...threeWays("spearman", spearman),
      ...threeWays("kendall_tau_b", kendallTauB),
    };
  },
  bland_altman: ({ a, b }: { a: number[]; b: number[] }) => {
    const found = blandAltman(a, b);
    return {
      ...found,
      loa: found.limits,
      ci_bias: found.biasInterval,
      ci_loa_low: found.lowLimitInterval,
      ci_loa_high: found.highLimitInterval,
    };
  },
  signed_error_cluster: ({ rows }: { rows: Row[] }) => {
    const clusters = numberClusters(rows.map((row) => row.cluster));
    const [judge, human] = [rows.map((row) => row.judge), rows.map((row) => row.human)];
    return namedMean(signedError(judge, human, clusters));
  },
  signed_error_aggregate: ({ items }: { items: Item[] }) => {
    const cells = aggregateCells(items.map((item) => ({ judge: item.judges, humans: item.humans })));
    return namedMean(signedError(cells.judge, cells.human, numberClusters(items.map((item) => item.episode))));
  },
  cluster_bootstrap_exhaustive: ({ clusters, confidence }: { clusters: number[][]; confidence: number }) => {
    const { values, of } = flatClusters(clusters);
    const found = exhaustBootstrapMean(values, of, confidence);
    return { mean: found.value, se: found.se, ci: found.interval, n_resamples: found.resamples };
  },
  cluster_icc_anova: ({ clusters }: { clusters: number[][] }) => {
    const { values, of } = flatClusters(clusters);
    const { icc, m0 } = clusterIcc(values, of);
    return { icc: icc.value, m0 };
  },
  paired_t: ({ a, b }: { a: number[]; b: number[] }) => {
    const found = pairedT(differences(a, b));
    return { ...found, ci: found.interval };
  },
  wilcoxon_signed_rank: ({ d }: { d: number[] }) => {
    const found = wilcoxonSignedRank(d);
    return {
      w_plus: found.wPlus,
      n_nonzero: found.nonzero,
      z: found.z,
      p_asymptotic: found.pAsymptotic,
      p_exact: found.pExact,
      reason: found.reason,
    };
  },
  permutation_sign_flip: ({ d }: { d: number[] }) => {
    const found = signFlipTest(d, 1);
    return { p: found.p, n_permutations: found.permutations };
  },
  cluster_permutation: ({ clusters }: { clusters: number[][] }) => {
    const { values, of } = flatClusters(clusters);
    const found = clusterSignFlipTest(values, of, 1);
    return { p: found.p, n_permutations: found.permutations };
  },
  p_adjust: ({ p, method }: { p: (number | null)[]; method: Adjustment }) => ({ adjusted: adjustP(p, method) }),
  isotonic: ({ x, y, w }: Pairs & { w?: number[] }) => {
    const found = fitIsotonic(x, y, w);
    return { x: Array.from(found.x), fitted: Array.from(found.fitted), n_blocks: found.blocks };
  },
  linear_calibration: ({ x, y }: Pairs) => {
    const found = linearCalibration(x, y);
    return { ...found, slope_se: found.slopeSe };
  },
  ppi_mean: (input: {
    y: number[];
    f_labeled: number[];
    f_unlabeled: number[];
    lam: number | null;
    confidence: number;
  }) => {
    const cells = { y: input.y, f: input.f_labeled, others: input.f_unlabeled };
    const found = predictionPoweredMean(cells, input.lam, input.confidence);
    return { estimate: found.value, lam: found.lambda, se: found.se, ci: found.interval };
  },
  ppi_mean_clustered: ({
    labeled,
    unlabeled,
    lam,
  }: {
    labeled: Labelled;
    unlabeled: Unlabelled;
    lam: number | null;
  }) => {
    const keys = [labeled, unlabeled].map((rows) => rows.map(([cluster]) => cluster));
    const [ofLabelled, ofUnlabelled] = numberClustersTogether(keys) as [Clusters, Clusters];
    const found = clusteredPredictionPoweredMean(
      {
        labelled: { human: labeled.map((row) => row[1]), judge: labeled.map((row) => row[2]), clusters: ofLabelled },
        unlabelled: { judge: unlabeled.map((row) => row[1]), clusters: ofUnlabelled },
      },
      lam,
    );
    return {
      estimate: found.value,
      lam: found.lambda,
      se_cr1: found.seCr1,
      se: found.se,
      df: found.df,
      ci: found.interval,
      G_labeled: found.labelledClusters,
      G_unlabeled: found.unlabelledClusters,
    };
  },
  active_mean: (input: { f_all: number[]; inclusion_prob: number[]; labeled: { index: number; y: number }[] }) => {
    const labels = input.labeled.map(({ index, y }) => ({ index, human: y }));
    const found = activeMean(input.f_all, input.inclusion_prob, labels);
    return { estimate: found.value, se: found.se, n_labeled: found.labelled };
  },
  sample_size_mean_ci: (input: {
    sd: number;
    half_width: number;
    confidence: number;
    cluster_size: number;
    rho: number;
    method: "t" | "z";
  }) => {
    const target = {
      sd: input.sd,
      halfWidth: input.half_width,
      cellsPerCluster: input.cluster_size,
      rho: input.rho,
      confidence: input.confidence,
    };
    const found = sampleSizeForMean(target, input.method);
    return { clusters: found.clusters, ratings: found.cells, deff: found.designEffect };
  },
  power_paired_t: (input: { effect_size: number; alpha: number; power: number }) => ({
    n: sampleSizeForPairedT(input.effect_size, input),
  }),
  ppi_sample_size: (input: { correlation: number; n_classical: number; n_total_pool: number }) => {
    const found = poweredSampleSize(input.correlation, input.n_classical, input.n_total_pool);
    return { n_fractional: found.fractional, n: found.labels };
  },
  neyman_allocation: (input: { N_h: number[]; S_h: number[]; cost_h?: number[]; n: number }) =>
    neymanAllocation(
      input.N_h.map((size, h) => ({ size, sd: input.S_h[h] as number, cost: input.cost_h?.[h] })),
      input.n,
    ),
  stratified_mean: (input: { N_h: number[]; samples: number[][]; fpc: boolean }) => {
    const strata = input.N_h.map((size, h) => ({ size, values: input.samples[h] ?? [] }));
    const found = stratifiedMean(strata, { finite: input.fpc });
    return { estimate: found.value, se: found.se };
  },
  did_bias: ({ base, trained }: { base: ClusterRows; trained: ClusterRows }) => {
    const keys = [base, trained].map((rows) => rows.map(([cluster]) => cluster));
    const [ofBase, ofTrained] = numberClustersTogether(keys) as [Clusters, Clusters];
    const found = differenceInDifferences(
      { d: base.map(([, d]) => d), clusters: ofBase },
      { d: trained.map(([, d]) => d), clusters: ofTrained },
    );
    return {
      bias_a: found.biasBase,
      bias_b: found.biasTrained,
      did: found.value,
      n_clusters: found.clusters,
      se_cr1: found.seCr1,
      se_cr2: found.se,
      df_cr2: found.df,
      ci_cr2: found.interval,
      p_cr2: found.p,
    };
  },
};

function namedMean(found: ClusterMean) {
  return {
    mean: found.value,
    n: found.n,
    n_clusters: found.clusters,
    se_naive: found.seNaive,
    se_cr1: found.seCr1,
    ci_cr1: found.intervalCr1,
    se_cr2: found.se,
    df_cr2: found.df,
    ci_cr2: found.interval,
    reason: found.reason,
  };
}

function flatClusters(clusters: number[][]): { values: number[]; of: Clusters } {
  return { values: clusters.flat(), of: numberClusters(clusters.flatMap((values, g) => values.map(() => g))) };
}

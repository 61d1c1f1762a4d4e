import { altTest } from "#lib/domain/statistics/alt-test.ts";
import type { AltTestScoring } from "#lib/domain/statistics/alt-test-duels.ts";
import { type AnnotatorQuality, annotatorQuality } from "#lib/domain/statistics/annotator-quality.ts";
import { type GoldAccuracy, goldAccuracy } from "#lib/domain/statistics/gold-accuracy.ts";
import { raterRows } from "#lib/domain/statistics/rater-rows.ts";
import { raterSeverity } from "#lib/domain/statistics/rater-severity.ts";
import { raterSeverityModel } from "#lib/domain/statistics/rater-severity-model.ts";
import { legacyAlpha, legacyKappa } from "#lib/domain/statistics/sotopia-legacy.ts";
import { wilsonInterval } from "#lib/domain/statistics/wilson.ts";
import type { Adapters } from "../vector-files.ts";

type QualityRow = {
  rater: string;
  item: string;
  order: number;
  value: number;
  seconds: number;
  gold: number | null;
};
type AltTestInput = {
  humans: Record<string, Record<string, number>>;
  llm: Record<string, number>;
  scoring: AltTestScoring;
  epsilon: number;
  q: number;
  min_humans_per_instance: number;
  min_instances_per_human: number;
};
type Rows = [rater: string, item: string, value: number][];

/** How the vectors about single raters and the original script are handed to the functions of the statistics room. */
export const raters: Adapters = {
  alt_test: perItemTest,
  annotator_quality({ rows, gold_tolerance }: { rows: QualityRow[]; gold_tolerance: number }) {
    const numbered = raterRows(rows.map(({ rater, item, value }) => [rater, item, value]));
    const facts = rows.map(({ order, seconds }) => ({
      order,
      time: { seconds, words: null, lengthClass: "all" },
    }));
    const options = { scaleWidth: 10, seed: 1 };
    const quality = annotatorQuality(numbered, facts, Int32Array.from(numbered.itemIds.keys()), options);
    const goldOf = (id: string | undefined) =>
      rows.flatMap(({ rater, value, gold }) => (rater === id && gold !== null ? [{ value, gold }] : []));
    return {
      raters: Object.fromEntries(
        quality.map((one, rater) => {
          const id = numbered.raterIds[rater];
          return [id, indicators(one, goldAccuracy(goldOf(id), gold_tolerance))];
        }),
      ),
    };
  },
  wilson_interval: ({ k, n, confidence }: { k: number; n: number; confidence: number }) => ({
    ci: wilsonInterval(k, n, confidence),
  }),
  sotopia_legacy_alpha({ units }: { units: number[][] }) {
    const { value, reason, pairwiseAgreement, randomAgreement, itemCount } = legacyAlpha(units);
    return { alpha: value, ppa: pairwiseAgreement, rnd_ppa: randomAgreement, n: itemCount, reason };
  },
  sotopia_legacy_kappa({ units, n_rater }: { units: number[][]; n_rater: number }) {
    const { randolph, fleiss } = legacyKappa(units, n_rater);
    return { randolph: randolph.value, fleiss: fleiss.value };
  },
  rater_severity_fe({ rows }: { rows: Rows }) {
    const numbered = raterRows(rows);
    const { severity, reason } = raterSeverity(numbered);
    return { severity: severity && byRater(numbered.raterIds, severity), reason };
  },
  rater_severity_lmm({ rows }: { rows: Rows }) {
    const numbered = raterRows(rows);
    const { model } = raterSeverityModel(numbered);
    return {
      intercept: model?.fixed[0],
      var_item: model?.variance.item,
      var_rater: model?.variance.rater,
      var_residual: model?.variance.residual,
      severity_blup: model && byRater(numbered.raterIds, model.severity),
    };
  },
};

function byRater(raterIds: readonly string[], severity: readonly { value: number }[]): Record<string, number> {
  return Object.fromEntries(severity.map(({ value }, rater) => [raterIds[rater], value]));
}

function indicators(quality: AnnotatorQuality, gold: GoldAccuracy) {
  return {
    n: quality.n,
    loo_bias: quality.bias.value,
    loo_mae: quality.mae,
    sd: quality.sd,
    modal_share: quality.modalShare,
    longest_run: quality.longestRun,
    median_seconds: quality.medianSeconds,
    gold_n: gold.n,
    gold_accuracy: gold.share,
  };
}

/** The vectors follow the authors' version, which takes items as independent. */
function perItemTest({ humans, llm, scoring, epsilon, q, ...least }: AltTestInput) {
  const rows = Object.entries(humans).flatMap(([rater, scores]) =>
    Object.entries(scores).map(([item, score]) => [rater, item, score] as const),
  );
  const numbered = raterRows(rows);
  const judge = numbered.itemIds.map((item) => llm[item] ?? null);
  const result = altTest(numbered, judge, Int32Array.from(numbered.itemIds.keys()), {
    scoring,
    epsilon,
    q,
    minHumansPerItem: least.min_humans_per_instance,
    minUnitsPerHuman: least.min_instances_per_human,
    perEpisode: false,
  });
  return {
    winning_rate: result.winningRate.value,
    advantage_prob: result.advantage.value,
    p_values: result.humans.map(({ p }) => p),
    annotators: result.humans.map(({ rater, items, advantage, p, rejected }) => ({
      annotator: numbered.raterIds[rater],
      n: items,
      rho_llm: advantage,
      p,
      reject: rejected,
    })),
  };
}

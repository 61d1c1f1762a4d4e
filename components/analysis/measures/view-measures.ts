import type { ViewName } from "#lib/domain/analysis/findings/views.ts";
import { MEASURE_GROUPS, type ReadCard } from "#lib/domain/statistics/measure-cards.ts";

/** A measure of a view: its card, the heads of the columns that it stands under, and what holds in this view alone. */
export type ViewMeasure = { card: ReadCard; heads?: readonly string[]; here?: string };

const CARDS = new Map(MEASURE_GROUPS.flatMap(({ cards }) => cards.map((card) => [card.id, card])));

/** A measure by the id of its card. Throws for an unknown id. */
function measure(id: string, more: Omit<ViewMeasure, "card"> = {}): ViewMeasure {
  const card = CARDS.get(id);
  if (!card) throw new Error(`No measure has a card “${id}”.`);
  return { card, ...more };
}

const WITHIN = "Here within policies, averaged over those with 5 cells or more.";

/** The measures that each view shows, in the order in which they are met. */
export const VIEW_MEASURES: Record<ViewName, readonly ViewMeasure[]> = {
  overview: [measure("mean_signed_error"), measure("difference_in_differences"), measure("prediction_powered_mean")],
  bias: [
    measure("mean_signed_error"),
    measure("difference_in_differences"),
    measure("slope_adjusted_difference"),
    measure("p_adjusted"),
    measure("cluster_permutation"),
    measure("mean_absolute_error"),
    measure("root_mean_square_error"),
    measure("cluster_bootstrap"),
    measure("human_absolute_error"),
  ],
  leaderboard: [
    measure("prediction_powered_mean"),
    measure("rank_interval"),
    measure("prediction_powered_difference"),
    measure("inclusion_weighted_mean"),
    measure("leniency_adjusted_mean"),
  ],
  grid: [measure("spearman"), measure("pearson"), measure("kendall_tau_b"), measure("reliability_ceiling")],
  calibration: [
    measure("isotonic"),
    measure("calibration_by_value"),
    measure("calibration_slope"),
    measure("calibration_error"),
    measure("calibration_error_unseen"),
  ],
  "bland-altman": [measure("bland_altman"), measure("mean_signed_error")],
  agreement: [
    measure("pairwise_agreement_within_1", { heads: ["within 1"] }),
    measure("krippendorff_alpha_interval", { heads: ["α interval"] }),
    measure("krippendorff_alpha_ordinal", { heads: ["α ordinal"] }),
    measure("gwet_ac2_quadratic", { heads: ["AC2"] }),
    measure("icc_1_1"),
    measure("icc_1_k"),
    measure("reliability_ceiling", {
      heads: ["ceiling"],
      here: "Here within policies: each policy’s mean is taken off first. “of ceiling” is the judge’s correlation within policies as a share of it.",
    }),
    measure("correlation_within_policies"),
    measure("spearman", { heads: ["judge ρ"], here: WITHIN }),
    measure("percent_within_1"),
    measure("pearson", { heads: ["judge r"], here: WITHIN }),
    measure("kendall_tau_b", { heads: ["judge τ-b"], here: WITHIN }),
    measure("randolph_kappa"),
    measure("fleiss_kappa"),
    measure("sotopia_legacy_alpha"),
  ],
  annotators: [
    measure("rater_severity_fe"),
    measure("rater_severity_lmm"),
    measure("leave_one_out_bias"),
    measure("rater_share"),
    measure("modal_share"),
    measure("longest_run"),
    measure("longest_run_by_chance"),
    measure("same_across_dimensions"),
    measure("same_across_by_chance"),
    measure("log_time_score"),
    measure("alt_test_winning_rate"),
    measure("alt_test_advantage"),
  ],
  planner: [
    measure("sample_size_mean_ci"),
    measure("sample_size_difference"),
    measure("cluster_icc"),
    measure("design_effect"),
    measure("sd_interval"),
    measure("neyman_allocation"),
  ],
  lines: [measure("mean_signed_error")],
  disagreements: [],
};

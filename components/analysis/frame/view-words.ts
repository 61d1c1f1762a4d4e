import { formatInteger, formatPercent, plural } from "#components/ui/format.ts";
import type { AnalysisDimension } from "#lib/domain/analysis/columns.ts";
import type { FindingHead, RatingCounts } from "#lib/domain/analysis/findings/common.ts";
import type { ViewName } from "#lib/domain/analysis/findings/views.ts";
import { raterWords } from "#lib/domain/analysis/words.ts";

/** What each view is called in the tabs, and the question that it answers. */
export const VIEW_WORDS: Record<ViewName, { tab: string; question: string }> = {
  overview: { tab: "Overview", question: "What do the data show?" },
  bias: { tab: "Bias", question: "Does the judge overestimate, and whom?" },
  leaderboard: { tab: "Debiased scores", question: "What would people have said?" },
  grid: { tab: "Judge against human", question: "Where do they part?" },
  calibration: { tab: "Calibration", question: "What does a score of the judge mean?" },
  "bland-altman": { tab: "Bland–Altman", question: "How wrong can a single score be?" },
  agreement: { tab: "Agreement", question: "Are people good enough to judge the judge?" },
  annotators: { tab: "Annotators", question: "Whose ratings need a look?" },
  planner: { tab: "Planner", question: "How many more ratings?" },
  lines: { tab: "Both scores", question: "How do judge and people move along the policies?" },
  disagreements: { tab: "Disagreements", question: "Where do they differ most, and why?" },
};

/** The way to a view of an analysis, or to its report, on one dimension where one is named. */
export function viewPath(analysisId: string, view: ViewName | "report", dimension?: string): string {
  const path = view === "overview" ? `/analysis/${analysisId}` : `/analysis/${analysisId}/${view}`;
  return dimension ? `${path}?dimension=${encodeURIComponent(dimension)}` : path;
}

/** What lies left and right of 0 on an axis of judge − human. Where a scale ends at 0, lower means more severe. */
export function sideWords(dimension: Pick<AnalysisDimension, "max">): [left: string, right: string] {
  return dimension.max <= 0 ? ["judge more severe", "judge less severe"] : ["judge below people", "judge above people"];
}

/** A scale in words: "0 to 10". */
export function scaleWords(dimension: Pick<AnalysisDimension, "min" | "max">): string {
  return `${formatInteger(dimension.min)} to ${formatInteger(dimension.max)}`;
}

/** How intervals of this view are to be read: "95 % interval, episodes as clusters". */
export function intervalWords(finding: Pick<FindingHead, "confidence" | "clusters">): string {
  const [, noun] = finding.clusters.noun;
  return `${formatPercent(finding.confidence)} interval, ${noun === "clusters" ? "by clusters of items" : `${noun} as clusters`}`;
}

/** What each view leaves to chance; `resampled` of it by drawing whole clusters as often as the question says. */
const CHANCE: Partial<Record<ViewName, { resampled?: string; permuted?: string }>> = {
  bias: {
    resampled: "Bootstrap checks and intervals of errors",
    permuted: "permutation p beyond 14 clusters with a difference: 9,999 draws",
  },
  leaderboard: { resampled: "Ranks" },
  grid: { resampled: "Intervals of correlations" },
  agreement: { resampled: "Intervals of coefficients and correlations" },
  annotators: { permuted: "Runs and same numbers by chance: 1,000 draws each" },
};

/** What of a view is left to chance, how often it is drawn and by which seed; null where nothing is. */
export function resamplingWords(
  view: ViewName,
  { resamples, seed, clusters }: Pick<FindingHead, "resamples" | "seed" | "clusters">,
): string | null {
  const { resampled, permuted } = CHANCE[view] ?? {};
  const parts = [
    resampled ? `${resampled}: ${formatInteger(resamples)} resamples of whole ${clusters.noun[1]}` : [],
    permuted ?? [],
  ].flat();
  return parts.length === 0 ? null : `${parts.join("; ")}; seed ${seed}.`;
}

/** What goes under an exported picture. */
export function captionOf(finding: FindingHead, dimension: AnalysisDimension): string {
  return `${dimension.name}, scale ${scaleWords(dimension)}. ${captionOfAll(finding)}`;
}

/** The same of a figure that shows all dimensions. */
export function captionOfAll(finding: FindingHead): string {
  return `${filterWords(finding)} ${basisWords(finding)}`;
}

/** How the intervals are made, in whole sentences. */
export function basisWords(finding: Pick<FindingHead, "confidence" | "clusters">): string {
  return `${intervalWords(finding)}. ${finding.clusters.sentence}`;
}

/** What entered, in one line. */
export function countWords(counts: RatingCounts): string {
  return [
    `${plural(counts.humanRatings, "rating")} by ${raterWords(counts)}`,
    `${plural(counts.judgeRatings, "rating")} by the judge`,
    `${plural(counts.pairedCells, "cell")} rated by both`,
    plural(counts.clusters, "cluster"),
  ].join(" · ");
}

/** The filters of a view as they stand above it and in every export, with the judge. */
export function filterWords(finding: Pick<FindingHead, "filters" | "judge">): string {
  return finding.judge ? `${finding.filters} Judge: ${finding.judge}.` : finding.filters;
}

/** The name of the files of a figure, without ending: its view, and its dimension where it shows one. */
export function figureName(view: ViewName, dimension?: Pick<AnalysisDimension, "key">): string {
  return dimension ? fileNameOf(view, dimension.key) : view;
}

/** A name that a file may have, from words. */
export function fileNameOf(...words: readonly string[]): string {
  return words
    .join("-")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

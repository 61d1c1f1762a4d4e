import { sampleSizeForMean } from "#lib/domain/statistics/sample-size.ts";
import { hasAgents } from "./clusters.ts";
import { withLeftOut } from "./compute/with-left-out.ts";
import { type AnalysisContext, cellsOf, chosenByHand } from "./context.ts";
import type { EmptyState, FindingHead, RatingCounts } from "./findings/common.ts";
import { findLostSources, lostSourcesSentence } from "./lost-sources.ts";
import type { AnalysisQuestion } from "./question.ts";
import { USUAL_SPREAD } from "./usual-spread.ts";
import { filterSentence } from "./words.ts";

/** What a view cannot do without: cells that both sides rated, or ratings by people alone. */
export type ViewNeeds = "both" | "people";

/** What every view says of itself: filters, judge, clusters, counts, and the empty state where there is nothing. */
export function buildHead(context: AnalysisContext, needs: ViewNeeds = "both"): FindingHead {
  const { question, columns, selection, clusterFacts } = context;
  const judges = columns.raters.filter((rater) => rater.kind === "judge");
  const counts = countRatings(context);
  const { policies } = selection.groups;
  const filters = filterSentence(question, { columns, policies, counts, hasAgents: hasAgents(columns.units) });
  return {
    filters: chosenByHand(context) === "all" ? `${filters} All items were chosen by hand.` : filters,
    isExploratory: false,
    judge: judges.map((rater) => rater.name).join(" and "),
    isMixedJudges: judges.length > 1,
    confidence: question.confidence,
    seed: question.seed,
    resamples: question.resamples,
    clusters: clusterFacts,
    hasAgents: hasAgents(columns.units),
    policies,
    dimensions: context.dimensions.map((place) => columns.dimensions[place]!),
    counts,
    empty: emptyState(context, counts, needs),
  };
}

/** Counts what entered; paired cells and clusters are over all dimensions that are shown. */
function countRatings(context: AnalysisContext): RatingCounts {
  const { columns, selection } = context;
  const hasRated = new Uint8Array(columns.raters.length);
  let humanRatings = 0;
  let judgeRatings = 0;
  const isJudge = columns.raters.map((rater) => rater.kind === "judge");
  for (let rating = 0; rating < columns.score.length; rating += 1) {
    if (selection.counts[rating] === 0) continue;
    const rater = columns.rater[rating]!;
    if (isJudge[rater]) judgeRatings += 1;
    else {
      humanRatings += 1;
      hasRated[rater] = 1;
    }
  }
  const { within } = context.clusters;
  const isPaired = new Uint8Array(within.count);
  let pairedCells = 0;
  for (const dimension of context.dimensions) {
    const paired = cellsOf(context, dimension, -1, "both");
    pairedCells += paired.unit.length;
    for (const unit of paired.unit) isPaired[within.of[unit]!] = 1;
  }
  const { leftOut } = selection;
  const raters = columns.raters.filter((_, rater) => hasRated[rater] === 1);
  return {
    humanRatings,
    judgeRatings,
    humanRaters: raters.length,
    humanPositions: raters.filter(({ isPosition }) => isPosition).length,
    pairedCells,
    clusters: isPaired.reduce((sum, has) => sum + has, 0),
    leftOut,
  };
}

/** How many episodes the aim of the question takes with the usual spread: what to plan with before there are data. */
function episodesWords({ targetHalfWidth, confidence }: AnalysisQuestion): string {
  const { clusters } = sampleSizeForMean({ ...USUAL_SPREAD, halfWidth: targetHalfWidth, confidence });
  return `About ${clusters} episodes per policy, rated once, are usual for a bias within ±${targetHalfWidth}.`;
}

function emptyState(context: AnalysisContext, counts: RatingCounts, needs: ViewNeeds): EmptyState | null {
  const { columns } = context;
  if (counts.humanRatings === 0 && areAllLeftOut(context))
    return {
      sentence:
        "All people whose ratings fit are left out. Count excluded ratings under “Try other filters”, or change whom the question leaves out.",
      remedy: "widen-filters",
    };
  if (counts.humanRatings === 0 && counts.judgeRatings === 0 && columns.score.length > 0)
    return {
      sentence: "No rating fits the filters. Choose other policies, agents, scenarios or dimensions.",
      remedy: "widen-filters",
    };
  if (counts.humanRatings === 0) return withoutPeople(context);
  if (needs === "people") return null;
  if (counts.judgeRatings === 0)
    return {
      sentence: "There are no ratings by a judge yet. Choose a judge, or import a file with its ratings.",
      remedy: "add-judge-ratings",
    };
  if (counts.pairedCells === 0)
    return {
      sentence: "Judge and people rated different items, so they cannot be compared. Choose sources that share items.",
      remedy: "widen-filters",
    };
  return null;
}

/** Why no rating by people is among the data: what held them is gone, or there are none yet. */
function withoutPeople({ columns, question }: AnalysisContext): EmptyState {
  const why = lostSourcesSentence(findLostSources(columns, question)) || "There are no ratings by people yet.";
  return {
    sentence: `${why} Add a study or import a file with ratings. ${episodesWords(question)}`,
    remedy: "add-human-ratings",
  };
}

function areAllLeftOut(context: AnalysisContext): boolean {
  return withLeftOut(context)?.humanRatings.some((ratings) => ratings.length > 0) ?? false;
}

import type { AnalysisContext } from "../context.ts";
import type { Coverage } from "../coverage.ts";
import { wholeNumber } from "../words.ts";
import type { RowCoverage } from "./leaderboard-cells.ts";

/** With fewer labelled clusters a row shows people only. */
const FEWEST_LABELLED_CLUSTERS = 4;
/** Chances further apart than this make the labelled items of a row another mix than its frame. */
const UNEQUAL_CHANCES = 1.5;

/** What decides whether a row has a debiased score. `coverage` is null where the draw is recorded, `chances` where no chance is. */
export type RowFacts = {
  refusal: string | null;
  labelledCells: number;
  labelledClusters: number;
  /** Whether raters who are left out rated this policy. */
  isLeftOut: boolean;
  coverage: RowCoverage | null;
  chances: Float64Array | null;
};

/** Why a row has no debiased score; empty where it has one. */
export function whyNoDebiased(context: AnalysisContext, facts: RowFacts): string {
  const { refusal, labelledCells, labelledClusters: clusters, isLeftOut, coverage, chances } = facts;
  if (refusal !== null) return "No debiased score: see above.";
  if (labelledCells === 0 && isLeftOut) return "All who rated items of this policy are left out.";
  if (labelledCells === 0) return "No item of this policy is rated by people.";
  if (clusters === 0) return "No debiased score: the judge has not rated the items that people rated.";
  if (clusters < FEWEST_LABELLED_CLUSTERS)
    return `No debiased score: ${clusters} of at least ${FEWEST_LABELLED_CLUSTERS} clusters rated by people.`;
  if (coverage?.scenarios.isUnlikely && !isDrawnByScenario(context, coverage.scenarios))
    return `No debiased score: people’s items come from ${reach(coverage.scenarios, "scenarios")}. If the score is to stand for those alone, narrow the analysis to them.`;
  if (coverage?.partners.isUnlikely)
    return `No debiased score: people’s items have ${reach(coverage.partners, "partners")}. If the score is to stand for those alone, narrow the analysis to them.`;
  if (chances && Math.max(...chances) > UNEQUAL_CHANCES * Math.min(...chances))
    return `No debiased score: some of these items were drawn up to ${(Math.max(...chances) / Math.min(...chances)).toFixed(1)} times as often as others. “Weighted by inclusion” in the table takes that into account.`;
  return "";
}

/** What a debiased score of this row rests on beside a random draw of items; empty where nothing is to be said. */
export function remarkOf(context: AnalysisContext, coverage: RowCoverage | null): string {
  if (!coverage?.scenarios.isUnlikely || !isDrawnByScenario(context, coverage.scenarios)) return "";
  const { labelled, all } = coverage.scenarios;
  return `People rated whole scenarios, ${labelled} of ${all}: the score holds if these scenarios were drawn at random.`;
}

/** Whole scenarios were rated, and scenarios are what counts as independent. */
function isDrawnByScenario(context: AnalysisContext, scenarios: Coverage): boolean {
  return scenarios.isWhole && context.clusterFacts.between === "scenario";
}

function reach({ labelled, all, expected }: Coverage, noun: string): string {
  return `${wholeNumber(labelled)} of ${wholeNumber(all)} ${noun} (a random draw of as many items would reach about ${Math.round(expected)})`;
}

import type { AnalysisDimension, AnalysisRater, PeopleSource, RatingColumns } from "./columns.ts";
import { countPolicies, guessPartnerPolicies } from "./scope.ts";

/** What some sources hold, for the form of a question: everything that can be chosen from, and what looks like company only. */
export type SourceFacts = {
  ratings: number;
  policies: ReturnType<typeof countPolicies>;
  partnerPolicies: ReturnType<typeof guessPartnerPolicies>;
  dimensions: AnalysisDimension[];
  raters: AnalysisRater[];
  environments: RatingColumns["units"]["items"]["environments"];
  sources: PeopleSource[];
  /** Whether agents are rated, not items as a whole. */
  hasSeats: boolean;
};

/** Describes columns without a word about any rating. O(units). */
export function describeColumns(columns: RatingColumns): SourceFacts {
  return {
    ratings: columns.score.length,
    policies: countPolicies(columns),
    partnerPolicies: guessPartnerPolicies(columns),
    dimensions: columns.dimensions,
    raters: columns.raters,
    environments: columns.units.items.environments,
    sources: columns.sources,
    hasSeats: columns.units.agent.some((agent) => agent > 0),
  };
}

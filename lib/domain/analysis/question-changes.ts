import type { AnalysisQuestion } from "./question.ts";
import { listInWords } from "./words.ts";

/** What each part of a question decides, as it is called in a list of changes. */
const PARTS: Record<Exclude<keyof AnalysisQuestion, "format">, string> = {
  studyIds: "sources",
  importIds: "sources",
  judgeImportIds: "sources",
  judges: "judge",
  policies: "policies",
  base: "base",
  partnerPolicies: "partner",
  onlyPolicies: "shown policies",
  onlyPartners: "shown partners",
  onlyScenarios: "scenarios",
  onlyPeople: "people",
  whichAgent: "agent",
  dimensions: "dimensions",
  clusterRule: "clusters",
  leftOutRaters: "raters left out",
  countExcluded: "excluded ratings",
  keepDuplicates: "repeated rows",
  keepSecondRatings: "second ratings",
  keepChosenByHand: "items chosen by hand",
  samplingIsRandom: "sampling",
  confidence: "confidence",
  seed: "seed",
  resamples: "resamples",
  epsilon: "price of a person",
  targetHalfWidth: "aim of the planner",
};

/** So many changes are named; more are counted. */
const NAMED = 3;

/**
 * In which parts a question differs from the one before it, in a few words: “judge and policies”. “nothing in the
 * question” where both ask the same.
 */
export function changesInWords(before: AnalysisQuestion, after: AnalysisQuestion): string {
  const keys = Object.keys(PARTS) as (keyof typeof PARTS)[];
  // Both come through one schema, so that equal parts are spelled alike.
  const changed = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  const parts = [...new Set(changed.map((key) => PARTS[key]))];
  if (parts.length === 0) return "nothing in the question";
  return parts.length > NAMED
    ? `${parts.slice(0, NAMED).join(", ")} and ${parts.length - NAMED} more`
    : listInWords(parts);
}

import type { BiasDifference, BiasFinding, PolicyBias } from "./findings/bias.ts";
import type { Estimate } from "./findings/common.ts";
import type { Findings, ViewName } from "./findings/views.ts";

const FAMILY = "Exploratory: intervals and no p-values, as nobody planned these comparisons.";

/**
 * The same finding as that of a slice that somebody looks at: its sentence says so wherever it stands, and comparisons
 * carry intervals alone. Trying filters until one is significant is what a p-value cannot account for.
 */
export function asExploratory<Name extends ViewName>(finding: Findings[Name]): Findings[Name] {
  return markOf(finding) as Findings[Name];
}

function markOf(finding: Findings[ViewName]): Findings[ViewName] {
  const head = { isExploratory: true, filters: `Exploratory, with filters that are not saved: ${finding.filters}` };
  if (finding.view === "bias") return { ...finding, ...head, byDimension: finding.byDimension.map(withoutFamily) };
  if (finding.view === "overview")
    return {
      ...finding,
      ...head,
      family: FAMILY,
      sentences: finding.sentences.map((sentence) => ({ ...sentence, test: "" })),
      byDimension: finding.byDimension.map((part) => ({ ...part, ...withoutTests(part) })),
    };
  return { ...finding, ...head };
}

function withoutFamily(part: BiasFinding["byDimension"][number]): BiasFinding["byDimension"][number] {
  return { ...part, ...withoutTests(part), family: FAMILY };
}

function withoutTests({ policies, differences }: { policies: PolicyBias[]; differences: BiasDifference[] }) {
  return {
    policies: policies.map((row) => ({
      ...row,
      bias: withoutP(row.bias),
      withExcluded: row.withExcluded && withoutP(row.withExcluded),
      pAdjusted: null,
      permutationP: null,
    })),
    differences: differences.map((row) => ({
      ...row,
      difference: withoutP(row.difference),
      adjusted: withoutP(row.adjusted),
      adjustedForNoise: withoutP(row.adjustedForNoise),
      withExcluded: row.withExcluded && withoutP(row.withExcluded),
      pAdjusted: null,
    })),
  };
}

function withoutP(estimate: Estimate): Estimate {
  return { ...estimate, p: null };
}

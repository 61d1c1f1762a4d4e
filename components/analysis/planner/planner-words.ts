import { formatInteger, formatNumber } from "#components/ui/format.ts";
import type { PolicyFacts } from "#lib/domain/analysis/findings/common.ts";
import type { DimensionPlan } from "#lib/domain/analysis/findings/planner.ts";
import { listInWords } from "#lib/domain/analysis/words.ts";

/** Names the policies that have no curve, and why; empty where all have one. */
export function absentSentence(plan: DimensionPlan, policies: readonly PolicyFacts[]): string {
  const drawn = new Set(plan.curves.map(({ policy }) => policy.label));
  const absent = policies.filter(({ label }) => !drawn.has(label)).map(({ label }) => label);
  if (absent.length === 0) return "";
  return `No curve for ${listInWords(absent)}: a spread needs two cells at least that judge and people both rated, and that differ.`;
}

/** Says why a debiased score is planned for but was never measured; empty where it was. */
export function unmeasuredSentence({ curves }: DimensionPlan): string {
  const debiased = curves.filter(({ kind }) => kind === "debiased-mean");
  if (debiased.length === 0 || debiased.some(({ measured }) => measured.length > 0)) return "";
  return "The debiased score is projected only: it can be measured once items are drawn at random and rated by one judge.";
}

/**
 * Where the judge has scored too few items for what is wanted of them, so that people cannot be asked for as many ratings
 * as it takes. Empty where the judge’s scores are enough for all policies.
 */
export function shortageSentence(plan: DimensionPlan): string {
  const short = plan.curves.flatMap(({ kind, policy, needed, noun, have }) => {
    if (kind !== "bias" || needed === null) return [];
    const rows = plan.allocation.filter(({ policies }) => policies.some(({ label }) => label === policy.label));
    const [items, rated] = [sumOf(rows, "available"), sumOf(rows, "have")];
    // Clusters may hold several items, as many as those hold that people have rated.
    const scored = rated > 0 ? Math.floor((items * have) / rated) : items;
    return scored < needed
      ? [`${policy.label} (${formatInteger(needed)} ${noun[1]} needed, ${formatInteger(scored)} scored by the judge)`]
      : [];
  });
  if (short.length === 0) return "";
  return `The judge has to rate more items first: its scores do not reach the aim for ${listInWords(short)}. Ratings by people can be planned only where there is a score.`;
}

function sumOf(rows: DimensionPlan["allocation"], name: "available" | "have"): number {
  return rows.reduce((sum, row) => sum + row[name], 0);
}

/**
 * What the plan rests on: how much differences vary, how alike those of one cluster are, and what that makes of its cells.
 * Empty where nothing varies.
 */
export function spreadSentence(plan: DimensionPlan, [one]: readonly [string, string]): string {
  const { deviation, deviationInterval, clusterCorrelation, designEffect, cellsPerCluster } = plan;
  if (deviation.value === null) return "";
  const range = deviationInterval
    ? ` (${formatNumber(deviationInterval[0])} to ${formatNumber(deviationInterval[1])})`
    : "";
  const spread = `Differences between judge and people have a standard deviation of ${formatNumber(deviation.value)}${range}.`;
  if (cellsPerCluster === null || designEffect === null || cellsPerCluster <= 1)
    return `${spread} Each ${one} has one cell, so nothing is shared inside it.`;
  const size = formatNumber(cellsPerCluster, 1);
  if (clusterCorrelation.value === null)
    return `${spread} How alike the ${size} cells of one ${one} are cannot be told.`;
  const worth = formatNumber(cellsPerCluster / designEffect);
  return `${spread} The ${size} cells of one ${one} are alike by ρ = ${formatNumber(clusterCorrelation.value)}, so they tell as much as ${worth} independent ones (design effect ${formatNumber(designEffect)}).`;
}

import { formatInteger } from "#components/ui/format.ts";
import type { PolicyFacts } from "#lib/domain/analysis/findings/common.ts";
import type { DimensionPlan } from "#lib/domain/analysis/findings/planner.ts";
import { listInWords } from "#lib/domain/analysis/words.ts";

/** A band of scores in words: "0 to 3", or "3" where it holds one score. */
export function bandWords({ from, to }: { from: number; to: number }): string {
  return from === to ? formatInteger(from) : `${formatInteger(from)} to ${formatInteger(to)}`;
}

/** Names the policies that have no curve, and why; empty where all have one. */
export function absentSentence(plan: DimensionPlan, policies: readonly PolicyFacts[]): string {
  const drawn = new Set(plan.curves.map(({ policy }) => policy?.label));
  const absent = policies.filter(({ label }) => !drawn.has(label)).map(({ label }) => label);
  if (absent.length === 0) return "";
  return `No curve for ${listInWords(absent)}: a spread needs two cells at least that judge and people both rated, and that differ.`;
}

/**
 * Where the judge has scored too few items for the aim, so that people cannot be asked for as many ratings as it takes.
 * Empty where the judge’s scores are enough for all policies.
 */
export function shortageSentence(plan: DimensionPlan): string {
  const perCluster = plan.cellsPerCluster ?? 1;
  const short = plan.curves.flatMap(({ kind, policy, needed }) => {
    if (kind !== "bias" || !policy || needed === null) return [];
    const rows = plan.allocation.filter((row) => row.policy.label === policy.label);
    const scored = Math.floor(rows.reduce((sum, row) => sum + row.available, 0) / perCluster);
    return scored < needed
      ? [`${policy.label} (${formatInteger(needed)} needed, ${formatInteger(scored)} scored by the judge)`]
      : [];
  });
  if (short.length === 0) return "";
  return `The judge has to rate more items first: its scores do not reach the aim for ${listInWords(short)}. Ratings by people can be planned only where there is a score.`;
}

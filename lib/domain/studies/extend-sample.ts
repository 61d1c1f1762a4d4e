import { canonicalJson } from "#lib/domain/episodes/import/canonical-json.ts";
import type { Draw } from "./sampling.ts";
import type { SamplingPlan, SamplingRecord } from "./sampling-plan.ts";

/** New inclusion probability of the items that a study already has in one stratum. */
export type StratumCorrection = { stratum: string; inclusionProbability: number };

/**
 * Inclusion probabilities after more items were sampled for a study. `drawn` was sampled from the episodes that the study
 * does not have yet, so an earlier sample and the new one together are one simple random sample of each stratum:
 * (had + new) / (had + available). That holds only where all earlier draws were samples, by the same filter; otherwise
 * the new items keep the chance that this draw gave them and the earlier ones stay as they are.
 */
export function mergeSample(
  record: SamplingRecord,
  drawn: Draw,
  plan: SamplingPlan,
  hadByStratum: ReadonlyMap<string, number>,
): { items: Draw["items"]; corrections: StratumCorrection[] } {
  const frame = frameOf(plan);
  const isOneSample = frame !== null && record.draws.every((draw) => frameOf(draw.plan) === frame);
  if (!isOneSample) return { items: drawn.items, corrections: [] };
  const chance = new Map<string, number>();
  for (const { stratum, available, drawn: added } of drawn.strata) {
    const had = hadByStratum.get(stratum) ?? 0;
    chance.set(stratum, (had + added) / (had + available));
  }
  const corrections = [...chance].map(([stratum, inclusionProbability]) => ({ stratum, inclusionProbability }));
  const items = drawn.items.map((item) => ({
    ...item,
    inclusionProbability: chance.get(item.stratum) ?? item.inclusionProbability,
  }));
  return { items, corrections };
}

/** What a sample was drawn from, as one text; null for items that were not sampled. */
function frameOf(plan: SamplingPlan): string | null {
  if (plan.kind !== "sample") return null;
  const { filter, includeForeign, includeUndecided } = plan;
  return canonicalJson({ filter, includeForeign, includeUndecided });
}

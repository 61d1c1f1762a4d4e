import { canonicalJson } from "#lib/domain/episodes/import/canonical-json.ts";
import type { DrawRecord, SamplingPlan } from "./sampling-plan.ts";

/**
 * What a further draw is together with the items that a study has. `one-sample`: all draws are samples from the same
 * episodes, which together are one random sample. `every-match`: all draws took everything that matched one filter, so
 * that nothing was left to chance. `own-draw`: it stands by itself. `by-hand`: somebody chose its episodes.
 */
export type Togetherness = "one-sample" | "every-match" | "own-draw" | "by-hand";

/** What a draw by `plan` is together with `draws`, those that a study has. */
export function togetherWith(draws: readonly Pick<DrawRecord, "plan">[], plan: SamplingPlan): Togetherness {
  if (plan.kind === "ids") return "by-hand";
  const frame = drawFrame(plan);
  if (draws.length === 0 || draws.some((draw) => drawFrame(draw.plan) !== frame)) return "own-draw";
  return plan.kind === "filter" ? "every-match" : "one-sample";
}

/**
 * What a draw is made from and whether it takes all of it, as one text that is equal where draws count as one; null for
 * items that were chosen by hand.
 */
export function drawFrame(plan: SamplingPlan): string | null {
  if (plan.kind === "ids") return null;
  const { includeForeign, includeUndecided } = plan;
  return canonicalJson({ ...frameSource(plan), includeForeign, includeUndecided });
}

function frameSource(plan: Exclude<SamplingPlan, { kind: "ids" }>) {
  if (plan.kind === "strata") return { strata: plan.strata.map(({ stratum, ids }) => [stratum, ids]) };
  return plan.kind === "filter" ? { every: plan.filter } : { filter: plan.filter };
}

/** An item of a sample: its stratum, its place in the study (from 1), and since when its episode is here. */
export type SampledItem = { position: number; stratum: string; createdAt: Date };

/**
 * The chance in (0, 1] with which an item entered a study by any of `draws`, which together are one sample. Each draw takes
 * from what the ones before left, so the chance not to be drawn is the product over the draws of the share that each left:
 * (n + m) / N where nothing arrived in between. An episode that arrived later had a chance in the later draws alone.
 */
export function chanceAfter(draws: readonly DrawRecord[], { position, stratum, createdAt }: SampledItem): number {
  const own = drawOfPosition(draws, position);
  const since = draws.findIndex((draw, place) => place === own || Date.parse(draw.at) >= createdAt.getTime());
  let [left, of] = [1, 1];
  for (const draw of draws.slice(Math.max(0, since))) {
    const row = draw.strata.find((one) => one.stratum === stratum);
    if (!row || row.available === 0) continue;
    // Where a draw took from just what the one before left, the fraction is shortened, so that it stays exact.
    [left, of] =
      left === row.available
        ? [row.available - row.drawn, of]
        : [left * (row.available - row.drawn), of * row.available];
  }
  return (of - left) / of;
}

/** The place of the draw that an item came with: draws append their items, so places in the study tell. −1 for none. */
export function drawOfPosition(draws: readonly Pick<DrawRecord, "itemCount">[], position: number): number {
  let last = 0;
  return draws.findIndex(({ itemCount }) => {
    last += itemCount;
    return position <= last;
  });
}

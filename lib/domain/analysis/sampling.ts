import { SAMPLINGS } from "./columns.ts";
import { type AnalysisContext, cellsOf } from "./context.ts";

/** How the items that people rated were chosen, in a sentence, and why no debiased score can be given, if so. */
export type SamplingFacts = { sentence: string; refusal: string | null };

const UNKNOWN = SAMPLINGS.indexOf("unknown");
const PURPOSIVE = SAMPLINGS.indexOf("purposive");

/**
 * Prediction-powered inference holds only where the labelled items are a random sample. Items that were chosen by hand
 * refuse it; where no source recorded how items were chosen, the question has to vouch for it.
 */
export function describeSampling(context: AnalysisContext): SamplingFacts {
  const counts = countSamplings(context);
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all === 0) return { sentence: "No item is rated by people yet.", refusal: null };
  if (counts[PURPOSIVE]! > 0)
    return {
      sentence: `${counts[PURPOSIVE]} of ${all} items that people rated were chosen by hand.`,
      refusal:
        "Items were chosen by hand, so people’s ratings do not stand for the rest and no debiased score is given. Leave those sources out, or draw a random sample.",
    };
  if (counts[UNKNOWN]! === 0)
    return { sentence: `All ${all} items that people rated were drawn at random by the study.`, refusal: null };
  if (context.question.samplingIsRandom)
    return {
      sentence: `For ${counts[UNKNOWN]} of ${all} items nobody recorded how they were chosen; this analysis takes them as drawn at random.`,
      refusal: null,
    };
  return {
    sentence: `For ${counts[UNKNOWN]} of ${all} items that people rated nobody recorded how they were chosen.`,
    refusal:
      "Nobody recorded whether the rated items were drawn at random, so no debiased score is given. If they were, say so in the question of this analysis.",
  };
}

/** Items with a counted rating by people, by {@link SAMPLINGS}. */
function countSamplings(context: AnalysisContext): number[] {
  const { item, items } = context.columns.units;
  const isLabelled = new Uint8Array(items.key.length);
  for (const place of context.dimensions)
    for (const unit of cellsOf(context, place, -1, "human").unit) isLabelled[item[unit]!] = 1;
  const counts = SAMPLINGS.map(() => 0);
  for (let place = 0; place < isLabelled.length; place += 1)
    if (isLabelled[place] === 1) counts[items.sampling[place]!]! += 1;
  return counts;
}

import type { CurveKind, PlannerCurve } from "../findings/planner.ts";
import type { AnalysisQuestion } from "../question.ts";

/** With fewer clusters a spread is hardly known, and a pilot comes first. */
export const PILOT_CLUSTERS = 10;

/** Share of the items that two people rate, so that their agreement can be measured. */
const DOUBLE_RATED = [0.2, 0.3] as const;

/**
 * The plan in words, for the policy that needs most: “43 episodes per policy are enough for the bias within ±0.5, or up to
 * 74 if the spread is at the upper end of what it may be; …”.
 */
export function planSentence(
  { targetHalfWidth }: Pick<AnalysisQuestion, "targetHalfWidth">,
  curves: readonly PlannerCurve[],
  spreads: ReadonlyMap<string, number>,
): string {
  const bias = mostDemanding(curves, "bias");
  if (!bias) return "Too few ratings to plan with: have at least ten items of each policy rated as a pilot.";
  const [, noun] = bias.noun;
  const spread = spreads.get(bias.policy.label);
  const fewest = Math.min(...curves.filter(({ kind }) => kind === "bias").map(({ have }) => have));
  return [
    `${enoughWords(bias)} for the bias within ±${targetHalfWidth}${upperWords(bias)}${spreadWords(bias, spread, spreads.size)}.`,
    fewest < PILOT_CLUSTERS
      ? `With ${fewest} ${noun} that spread is hardly known: rate at least ${PILOT_CLUSTERS} of each policy as a pilot, then plan again.`
      : "",
    differenceWords(mostDemanding(curves, "difference")),
    raterWords(bias),
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

/** The curve of a kind that needs most clusters; one that is out of reach before all others. */
function mostDemanding(curves: readonly PlannerCurve[], kind: CurveKind): PlannerCurve | null {
  const ofKind = curves.filter((curve) => curve.kind === kind);
  const need = ({ needed }: PlannerCurve) => needed ?? Number.POSITIVE_INFINITY;
  return ofKind.reduce<PlannerCurve | null>((most, curve) => (most && need(most) >= need(curve) ? most : curve), null);
}

function enoughWords({ needed, noun }: PlannerCurve): string {
  return needed === null
    ? `Not even 5,000 ${noun[1]} per policy are enough`
    : `${needed} ${noun[1]} per policy are enough`;
}

function upperWords({ needed, neededAtMost }: PlannerCurve): string {
  if (needed === null || neededAtMost === needed) return "";
  const most = neededAtMost === null ? "more than 5,000" : `up to ${neededAtMost}`;
  return ` (${most} if the spread is at its upper limit; plan with those)`;
}

function spreadWords({ policy }: PlannerCurve, spread: number | undefined, policies: number): string {
  if (spread === undefined) return "";
  const whose = policies > 1 ? ` of ${policy.label}, which needs most` : "";
  return `, at a standard deviation of ${spread.toFixed(1)}${whose}`;
}

function differenceWords(difference: PlannerCurve | null): string {
  if (!difference) return "";
  const { needed, neededAtMost, noun, samples } = difference;
  if (needed === null) return "The difference from the base does not get that narrow with 5,000.";
  const where = samples === 1 ? `${noun[1]} that both share` : `${noun[1]} per policy`;
  const most = neededAtMost === null || neededAtMost === needed ? "" : ` (up to ${neededAtMost})`;
  return `For the difference from the base as narrow, it takes ${needed} ${where}${most}.`;
}

function raterWords({ noun, needed }: PlannerCurve): string {
  const [low, high] = DOUBLE_RATED.map((share) => Math.ceil(share * (needed ?? 0)));
  const some = needed === null ? "20 to 30 %" : `20 to 30 % (${low} to ${high})`;
  return `More ${noun[1]} with one rating per cell beat more ratings of the same ones; let two people rate ${some} of them, so that their agreement can be measured.`;
}

/**
 * Who or what a mark stands for. Policies get the numbers 1 to 8 in the order of their analysis, further ones `rest`;
 * `human` and `judge` are the same everywhere; `curve` is a
 * fitted line over counts; `ink` and `quiet` carry no meaning.
 */
export type Hue = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | "rest" | "human" | "judge" | "curve" | "ink" | "quiet";

/** How many policies have a hue of their own. */
export const POLICY_HUE_COUNT = 8;

/** The hue of the policy at a place (0-based) of the analysis's order; it never depends on what is shown of it. */
export function policyHue(place: number): Hue {
  return place >= 0 && place < POLICY_HUE_COUNT ? ((place + 1) as Hue) : "rest";
}

const FILL: Record<Hue, string> = {
  1: "fill-policy-1",
  2: "fill-policy-2",
  3: "fill-policy-3",
  4: "fill-policy-4",
  5: "fill-policy-5",
  6: "fill-policy-6",
  7: "fill-policy-7",
  8: "fill-policy-8",
  rest: "fill-ink-3",
  human: "fill-human",
  judge: "fill-judge",
  curve: "fill-goal",
  ink: "fill-ink",
  quiet: "fill-ink-3",
};

const STROKE: Record<Hue, string> = {
  1: "stroke-policy-1",
  2: "stroke-policy-2",
  3: "stroke-policy-3",
  4: "stroke-policy-4",
  5: "stroke-policy-5",
  6: "stroke-policy-6",
  7: "stroke-policy-7",
  8: "stroke-policy-8",
  rest: "stroke-ink-3",
  human: "stroke-human",
  judge: "stroke-judge",
  curve: "stroke-goal",
  ink: "stroke-ink",
  quiet: "stroke-ink-3",
};

/** The class that fills a shape in a hue. */
export function fillClass(hue: Hue): string {
  return FILL[hue];
}

/** The class that draws an outline in a hue. */
export function strokeClass(hue: Hue): string {
  return STROKE[hue];
}

import { z } from "zod";

const sentence = (problem: string, longest: number) =>
  z.string().trim().min(12, problem).max(longest, `Keep it under ${longest} characters.`);

/** One reason for a score, shown as an example: what happened, what somebody scored and wrote, why that is good or poor. */
const exampleSchema = z.object({
  situation: sentence("Say in a sentence what happened in the talk.", 600),
  score: z.int("Give a whole number."),
  rationale: sentence("Write the reason, a sentence at least.", 600),
  why: sentence("Say in a sentence why this reason helps or does not.", 600),
});

/** How many examples of each kind a dimension may bring. */
export const MAX_EXAMPLES = 2;

/** Reasons that help and reasons that do not, at most {@link MAX_EXAMPLES} each. */
export const examplesSchema = z.object({
  good: z.array(exampleSchema).max(MAX_EXAMPLES).default([]),
  poor: z.array(exampleSchema).max(MAX_EXAMPLES).default([]),
});
export type Examples = z.infer<typeof examplesSchema>;

/** What a dimension teaches beside its scale. Absent parts are absent, never empty, so that a dimension has one spelling. */
export type Teaching = { description?: string; examples?: Examples };

/** Builds {@link Teaching} from what is stored; what is empty or does not parse is left out. */
export function teachingOf(stored: { description: string; examples: unknown }): Teaching {
  const { success, data } = examplesSchema.safeParse(stored.examples);
  const hasExamples = success && data.good.length + data.poor.length > 0;
  return {
    ...(stored.description === "" ? {} : { description: stored.description }),
    ...(hasExamples ? { examples: data } : {}),
  };
}

/** A dimension as the rating form needs it: its scale and names, without what only the guidelines show. */
export function scaleOnly<
  Bands extends { from: number; to: number; name: string },
  Whole extends Teaching & { bands: Bands[] },
>(dimension: Whole) {
  const { description: _description, examples: _examples, bands, ...scale } = dimension;
  return { ...scale, bands: bands.map(({ from, to, name }) => ({ from, to, name })) };
}

import { z } from "zod";
import { onceRead } from "#lib/domain/shared/once-read.ts";
import { DIMENSION_HUES } from "./hues.ts";
import { examplesSchema } from "./teaching.ts";

/**
 * A named stretch of a scale, both ends included. Bands of one dimension cover its range without gap or overlap. `meaning`
 * is a sentence that the guidelines show beside the name; absent where none is given.
 */
export const bandSchema = z.object({
  from: z.int(),
  to: z.int(),
  name: z.string().trim().min(1).max(80),
  meaning: z.string().trim().min(1).max(300, "Keep the sentence of a band under 300 characters.").optional(),
});
export type Band = z.infer<typeof bandSchema>;

const scoreSchema = z.int().min(-100).max(100);

const fieldsSchema = z.object({
  id: z.string().regex(/^[a-z][a-z0-9_]{0,47}$/, "Use lower-case letters, digits and underscores, a letter first."),
  symbol: z.string().trim().min(1).max(6),
  name: z.string().trim().min(1).max(60),
  question: z.string().trim().min(1).max(400),
  direction: z.string().trim().max(200).default(""),
  min: scoreSchema,
  max: scoreSchema,
  bands: z.array(bandSchema).min(1).max(8),
  hue: z.enum(DIMENSION_HUES).default("bel"),
  description: z.string().trim().min(1).max(2000, "Keep the description under 2,000 characters.").optional(),
  examples: examplesSchema.optional(),
});

/** What the check of the scores of examples reads: scores that are none are refused at their field. */
const scoredSchema = z.array(z.object({ score: z.unknown() })).default([]);
const examplesOnScaleSchema = z.object({
  ...{ min: scoreSchema, max: scoreSchema },
  examples: z.object({ good: scoredSchema, poor: scoredSchema }),
});

/**
 * One scale on which annotators rate both agents of an episode. Scales are data: a study may bring its own.
 * `id` is SOTOPIA's key (`believability`) or a custom one in the same spelling; `symbol` is a column head (BEL);
 * `question` is put to the annotator; `direction` says in words which end is better. `description` (paragraphs divided by
 * blank lines) and `examples` are for the guidelines, absent where the researcher gave none.
 */
export const dimensionSchema = fieldsSchema
  .superRefine(
    (dimension, context) => {
      for (const message of bandProblems(dimension)) context.addIssue({ code: "custom", path: ["bands"], message });
    },
    onceRead(fieldsSchema.pick({ min: true, max: true, bands: true })),
  )
  .superRefine((dimension, context) => {
    const { min, max, examples } = examplesOnScaleSchema.parse(dimension);
    const message = `The scale goes from ${min} to ${max}.`;
    for (const kind of ["good", "poor"] as const)
      for (const [index, { score }] of examples[kind].entries())
        if (Number.isInteger(score) && (Number(score) < min || Number(score) > max))
          context.addIssue({ code: "custom", path: ["examples", kind, index, "score"], message });
  }, onceRead(examplesOnScaleSchema));
export type Dimension = z.infer<typeof dimensionSchema>;

/** The most integers a scale may have: more cannot be shown as separate buttons at 320 px. */
const MAX_SCALE_POINTS = 21;

/** What is wrong with a scale's range and bands, as sentences; empty when nothing is. */
function bandProblems(scale: { min: number; max: number; bands: readonly Band[] }): string[] {
  const problems: string[] = [];
  if (scale.min >= scale.max)
    problems.push(`The lowest score (${scale.min}) must be below the highest (${scale.max}).`);
  if (scale.max - scale.min + 1 > MAX_SCALE_POINTS)
    problems.push(`A scale may have at most ${MAX_SCALE_POINTS} integers; ${scale.min} to ${scale.max} has more.`);
  const sorted = [...scale.bands].sort((a, b) => a.from - b.from);
  let next = scale.min;
  for (const band of sorted) {
    if (band.from > band.to) problems.push(`The band “${band.name}” starts above its end.`);
    else if (band.from > next)
      problems.push(`No band covers ${next}${band.from - 1 > next ? ` to ${band.from - 1}` : ""}.`);
    else if (band.from < next) problems.push(`The band “${band.name}” overlaps the one before it at ${band.from}.`);
    next = Math.max(next, band.to + 1);
  }
  if (next <= scale.max) problems.push(`No band covers ${next}${scale.max > next ? ` to ${scale.max}` : ""}.`);
  if (next > scale.max + 1) problems.push(`The bands go beyond the highest score, ${scale.max}.`);
  return problems;
}

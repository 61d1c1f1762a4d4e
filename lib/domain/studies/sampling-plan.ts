import { z } from "zod";
import { episodeFilterSchema } from "#lib/domain/episodes/filter.ts";

const countSchema = z.int().min(1, "Draw at least 1 episode.").max(20_000, "Draw at most 20,000 episodes.");

/**
 * How large a stratified sample is: the same number from every stratum, or a total shared out over the strata in
 * proportion to their size or in equal parts.
 */
const sampleSizeSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("per-stratum"), count: countSchema }),
  z.object({ kind: z.literal("total"), count: countSchema, allocation: z.enum(["proportional", "equal"]) }),
]);
export type SampleSize = z.infer<typeof sampleSizeSchema>;

/** By default an episode whose stored prompt belongs to another one is left out of a draw. */
const includeForeign = z.boolean().default(false);

/** By default an episode that was imported with several contents, of which nobody has chosen yet, is left out of a draw. */
const includeUndecided = z.boolean().default(false);

const included = { includeForeign, includeUndecided };

/** The most ids that a plan lists, over all of its strata. */
export const MAX_PLAN_IDS = 20_000;

const idSchema = z.string().trim().min(1).max(200);

/** One stratum that somebody else made: everything that can be drawn in it, and how many to draw. */
const namedStratumSchema = z.object({
  stratum: z.string().trim().min(1).max(300),
  ids: z.array(idSchema).min(1).max(MAX_PLAN_IDS),
  count: z.int().min(0).max(MAX_PLAN_IDS),
});

/**
 * How the items of a study are drawn: every episode that matches a filter, the episodes of a list of ids (ours or the
 * source’s), a seeded sample stratified by policy, or one from strata that are listed with their episodes (by our id).
 * `origin` says in words where those strata come from.
 */
export const samplingPlanSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("filter"), filter: episodeFilterSchema, ...included }),
  z.object({
    kind: z.literal("ids"),
    ids: z.array(idSchema).min(1, "List at least one id.").max(MAX_PLAN_IDS),
    ...included,
  }),
  z.object({ kind: z.literal("sample"), filter: episodeFilterSchema, size: sampleSizeSchema, ...included }),
  z.object({
    kind: z.literal("strata"),
    origin: z.string().trim().max(300).default(""),
    strata: z
      .array(namedStratumSchema)
      .min(1)
      .max(300)
      .refine((strata) => !hasRepeats(strata.flatMap(({ ids }) => ids)), "An episode stands in two strata.")
      .refine((strata) => !hasRepeats(strata.map(({ stratum }) => stratum)), "Two strata have one name.")
      .refine(
        (strata) => strata.reduce((sum, { ids }) => sum + ids.length, 0) <= MAX_PLAN_IDS,
        "The strata hold more than 20,000 episodes. Narrow what they are made of.",
      ),
    ...included,
  }),
]);
export type SamplingPlan = z.output<typeof samplingPlanSchema>;
export type SamplingPlanInput = z.input<typeof samplingPlanSchema>;

function hasRepeats(texts: readonly string[]): boolean {
  return new Set(texts).size < texts.length;
}

/** The ids in a pasted text, one a line or divided by commas or blanks, each once and in the order given. */
export function parseIdList(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/).filter((id) => id !== ""))];
}

/** One stratum of a draw: how many episodes it has, how many were drawn, and the chance that each of them had. */
const stratumReportSchema = z.object({
  stratum: z.string(),
  available: z.int(),
  drawn: z.int(),
  inclusionProbability: z.number(),
});
export type StratumReport = z.infer<typeof stratumReportSchema>;

/** What is kept about one draw beside its items, so that it can be told and repeated. */
const drawRecordSchema = z.object({
  plan: samplingPlanSchema,
  seed: z.int(),
  itemCount: z.int(),
  strata: z.array(stratumReportSchema),
  foreignLeftOut: z.int(),
  undecidedLeftOut: z.int().default(0),
  at: z.string(),
});
export type DrawRecord = z.infer<typeof drawRecordSchema>;

/** The whole story of a study’s items: the first draw, and every later addition. Stored with the study as JSON. */
export const samplingRecordSchema = z.object({ draws: z.array(drawRecordSchema).default([]) });
export type SamplingRecord = z.infer<typeof samplingRecordSchema>;

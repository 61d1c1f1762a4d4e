import { z } from "zod";
import { SOTOPIA_DIMENSION_IDS } from "#lib/domain/dimensions/sotopia-dimensions.ts";
import { agentSeatSchema, episodeDocumentSchema } from "#lib/domain/episodes/episode.ts";

const sentenceSchema = z.string().trim().min(12);

/** One stretch of a scale as the guidelines print it; `meaning` is one sentence, empty where a custom scale brings none. */
const bandMeaningSchema = z.object({ from: z.int(), to: z.int(), name: z.string().min(1), meaning: z.string() });

/** A rationale shown as an example: what happened, what somebody scored and wrote, and why that is good or poor. */
const rationaleExampleSchema = z.object({
  situation: sentenceSchema,
  score: z.int(),
  rationale: sentenceSchema,
  why: sentenceSchema,
});
export type RationaleExample = z.infer<typeof rationaleExampleSchema>;

/**
 * What annotators read about one dimension: `asks` says in one to three short paragraphs what it asks, what counts and
 * what does not; `bands` repeats the scale with a meaning for each stretch. Pages of custom dimensions hold what their study
 * brought: more or fewer paragraphs, bands without a meaning, up to two examples of each kind or none.
 */
export const dimensionGuidelineSchema = z.object({
  dimensionId: z.string(),
  asks: z.array(sentenceSchema).min(1).max(3),
  bands: z.array(bandMeaningSchema).min(1),
  rationales: z.object({ good: z.array(rationaleExampleSchema), poor: z.array(rationaleExampleSchema) }),
});
export type DimensionGuideline = z.infer<typeof dimensionGuidelineSchema>;

/** One rating in the worked example. `evidence` holds turn numbers of its episode. */
const workedRatingSchema = z.object({
  dimensionId: z.enum(SOTOPIA_DIMENSION_IDS),
  agent: agentSeatSchema,
  score: z.int(),
  rationale: z.string().trim().min(30),
  evidence: z.array(z.int().min(1)).min(1),
});
export type WorkedRating = z.infer<typeof workedRatingSchema>;

/** An episode rated in full, as a model of how it is done. */
const workedExampleSchema = z.object({
  introduction: sentenceSchema,
  episode: episodeDocumentSchema,
  ratings: z.array(workedRatingSchema).length(SOTOPIA_DIMENSION_IDS.length * 2),
});
export type WorkedExample = z.infer<typeof workedExampleSchema>;

/**
 * One question of the comprehension check. `correct` is an index into `options`; `about` names the dimensions a study
 * must have for the question to make sense (empty: any study).
 */
const checkQuestionSchema = z
  .object({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/),
    question: sentenceSchema,
    options: z.array(z.string().trim().min(1)).min(3).max(4),
    correct: z.int().min(0),
    about: z.array(z.enum(SOTOPIA_DIMENSION_IDS)),
    feedback: z.object({ right: sentenceSchema, wrong: sentenceSchema }),
  })
  .refine((question) => question.correct < question.options.length, { path: ["correct"], message: "No such option." });
export type CheckQuestion = z.infer<typeof checkQuestionSchema>;

/** What careful annotators agreed on for one agent and dimension of the practice episode: `low..high`, both included. */
const knownRatingSchema = z
  .object({
    dimensionId: z.enum(SOTOPIA_DIMENSION_IDS),
    agent: agentSeatSchema,
    low: z.int(),
    high: z.int(),
    explanation: sentenceSchema,
  })
  .refine((known) => known.low <= known.high, { path: ["high"], message: "The range ends before it starts." });
export type KnownRating = z.infer<typeof knownRatingSchema>;

/** The practice episode with the ratings it is compared to. */
const practiceSchema = z.object({
  introduction: sentenceSchema,
  episode: episodeDocumentSchema,
  known: z.array(knownRatingSchema).length(SOTOPIA_DIMENSION_IDS.length * 2),
});
export type Practice = z.infer<typeof practiceSchema>;

/**
 * The consent text a new study starts from; a researcher may edit it. `body` is plain text, paragraphs divided by a blank
 * line, with `{contact}` where the researcher's contact goes; `tick` labels the box, `decline` the way out.
 */
const consentTextSchema = z.object({
  version: z.string().min(1),
  title: z.string().min(1),
  body: z.string().refine((text) => text.includes("{contact}"), "The text must say whom to contact: {contact}."),
  tick: sentenceSchema,
  decline: z.string().min(1),
});
export type ConsentText = z.infer<typeof consentTextSchema>;

/**
 * One paragraph of the overview: fixed words, or sentences of which each stands there where the study has one dimension of
 * `anyOf` (empty: always). `{dimensions}` in a sentence is replaced by the names of those that it has.
 */
const overviewParagraphSchema = z.union([
  sentenceSchema,
  z.array(z.object({ text: sentenceSchema, anyOf: z.array(z.enum(SOTOPIA_DIMENSION_IDS)) })).min(1),
]);
export type OverviewParagraph = z.infer<typeof overviewParagraphSchema>;

/** Everything annotators read before they rate, as one frozen, versioned document. */
export const guidelinesSchema = z.object({
  version: z.string().min(1),
  title: z.string().min(1),
  overview: z.array(overviewParagraphSchema).min(1),
  dimensions: z.record(z.enum(SOTOPIA_DIMENSION_IDS), dimensionGuidelineSchema),
  workedExample: workedExampleSchema,
  check: z.array(checkQuestionSchema).min(1),
  practice: practiceSchema,
  consentText: consentTextSchema,
  aiUse: sentenceSchema,
});
export type Guidelines = z.infer<typeof guidelinesSchema>;

import { z } from "zod";
import { agentSeatSchema } from "#lib/domain/episodes/episode.ts";
import { ratingKey } from "./rating-key.ts";

/** Longest rationale that is kept, in characters. */
const MAX_RATIONALE = 4000;

/** Most turns that may be cited for one rating. */
const MAX_EVIDENCE = 50;

/** PostgreSQL keeps neither NUL nor lone surrogates; both become the replacement character. */
const storedText = z
  .string()
  .max(MAX_RATIONALE, `Keep the rationale under ${MAX_RATIONALE} characters.`)
  .transform((text) => text.replaceAll("\u0000", "\uFFFD").toWellFormed());

/**
 * One agent's rating on one dimension while it is being made: `score` is null until given, `evidence` holds turn
 * numbers, ascending and without repetition.
 */
export const ratingDraftSchema = z.object({
  agent: agentSeatSchema,
  dimension: z.string().min(1).max(48),
  score: z.int().min(-1000).max(1000).nullable(),
  rationale: storedText.default(""),
  evidence: z
    .array(z.int().min(1).max(100_000))
    .max(MAX_EVIDENCE, `Choose at most ${MAX_EVIDENCE} turns.`)
    .default([])
    .transform((turns) => [...new Set(turns)].sort((a, b) => a - b)),
});
export type RatingDraft = z.output<typeof ratingDraftSchema>;

/** What one save carries: each rating at most once. */
export const draftChangesSchema = z
  .array(ratingDraftSchema)
  .max(200)
  .refine(
    (changes) => new Set(changes.map((change) => ratingKey(change))).size === changes.length,
    "Each rating may appear once in a save.",
  );

/** Longest stretch of active time that one save may add for a dimension, in ms: an hour. */
const MAX_ACTIVE_MS = 3_600_000;

/** Active time by dimension since the last save that was acknowledged, in ms. */
export const activeMsSchema = z.record(z.string().max(48), z.int().min(0).max(MAX_ACTIVE_MS));

/** Facts about how the work was done (paste share, scroll share, hidden time): numbers, booleans and short words. */
export const signalsSchema = z
  .record(z.string().max(64), z.union([z.number(), z.boolean(), z.string().max(200)]))
  .refine((signals) => Object.keys(signals).length <= 64, "At most 64 signals.");

import { z } from "zod";
import { practiceFeedback } from "#lib/domain/annotations/guidelines/practice-feedback.ts";
import type { Practice } from "#lib/domain/annotations/guidelines/types.ts";
import { agentSeatSchema } from "#lib/domain/episodes/episode.ts";

const storedSchema = z.array(
  z.object({ agent: agentSeatSchema, dimension: z.string(), score: z.number().nullable().optional() }),
);

/**
 * How somebody’s practice ratings compare with the known ones: how many could be compared, how many lay inside the known
 * range, and the mean distance from it in points (0 inside). Null for practice that was not done or does not parse.
 */
export function practiceSummary(
  stored: unknown,
  practice: Practice,
): { compared: number; within: number; meanDistance: number } | null {
  const parsed = storedSchema.safeParse(stored);
  if (!parsed.success) return null;
  const scores = parsed.data.map(({ agent, dimension, score }) => ({
    agent,
    dimensionId: dimension,
    score: score ?? null,
  }));
  const verdicts = practiceFeedback(scores, practice);
  if (verdicts.length === 0) return null;
  const distance = verdicts.reduce((sum, verdict) => sum + verdict.distance, 0);
  return {
    compared: verdicts.length,
    within: verdicts.filter((verdict) => verdict.verdict === "within").length,
    meanDistance: Math.round((distance / verdicts.length) * 1000) / 1000,
  };
}

import { overallScore } from "#lib/domain/dimensions/overall.ts";
import { SOTOPIA_DIMENSION_IDS } from "#lib/domain/dimensions/sotopia-dimensions.ts";
import type { ExportedAnnotation } from "./record.ts";

/** SOTOPIA's AnnotationForEpisode record (spec, section 1.8): rewards as `[overall, {dimension: score}]` per agent. */
export type SotopiaAnnotation = {
  pk: string;
  episode: string;
  annotator_id: string;
  rewards: [number, Record<string, number>][];
  reasoning: string;
};

/** Whether a study's scales are SOTOPIA's seven, so that its annotations fit SOTOPIA's record. */
export function hasSotopiaDimensions(dimensionIds: readonly string[]): boolean {
  return (
    dimensionIds.length === SOTOPIA_DIMENSION_IDS.length &&
    SOTOPIA_DIMENSION_IDS.every((id) => dimensionIds.includes(id))
  );
}

/** Builds the record; `overall_score` is the plain mean of the seven, also put first as SOTOPIA does. */
export function buildSotopiaAnnotation(annotation: ExportedAnnotation): SotopiaAnnotation {
  return {
    pk: annotation.annotationId,
    episode: annotation.episodeId,
    annotator_id: annotation.annotator,
    rewards: ([1, 2] as const).map((agent) => rewardOf(annotation, agent)),
    reasoning: ([1, 2] as const).map((agent) => commentsOf(annotation, agent)).join(""),
  };
}

function ratingsOf(annotation: ExportedAnnotation, agent: 1 | 2) {
  return SOTOPIA_DIMENSION_IDS.flatMap((id) =>
    annotation.ratings.filter((rating) => rating.agent === agent && rating.dimension === id),
  );
}

function rewardOf(annotation: ExportedAnnotation, agent: 1 | 2): [number, Record<string, number>] {
  const ratings = ratingsOf(annotation, agent);
  const overall = overallScore(ratings.map((rating) => rating.score)) ?? 0;
  return [
    overall,
    { ...Object.fromEntries(ratings.map((rating) => [rating.dimension, rating.score])), overall_score: overall },
  ];
}

/** The layout of SOTOPIA's `reasoning` text (section 1.9): a header for each agent, then one line group per dimension. */
function commentsOf(annotation: ExportedAnnotation, agent: 1 | 2): string {
  const lines = ratingsOf(annotation, agent).map((rating) => `${rating.dimension}: ${rating.rationale}\n`);
  return `Agent ${agent} comments:\n${lines.join("")}`;
}

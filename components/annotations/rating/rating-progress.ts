import { emptyRating } from "#lib/domain/annotations/merge-drafts.ts";
import type { RatingDraft } from "#lib/domain/annotations/rating-draft.ts";
import { ratingKey } from "#lib/domain/annotations/rating-key.ts";
import { rationaleProblems } from "#lib/domain/annotations/rationale.ts";
import type { Dimension } from "#lib/domain/dimensions/dimension.ts";
import type { AgentSeat } from "#lib/domain/episodes/episode.ts";
import { SEATS, type StepState } from "./rating-view.ts";

type Ratings = Readonly<Record<string, RatingDraft>>;

/** The rating of one agent on one dimension, untouched where there is none. */
export function ratingOf(ratings: Ratings, agent: AgentSeat, dimension: string): RatingDraft {
  return ratings[ratingKey({ agent, dimension })] ?? emptyRating(agent, dimension);
}

/** How far each dimension has come. */
export function stepStates(ratings: Ratings, dimensions: readonly Pick<Dimension, "id">[]): Record<string, StepState> {
  return Object.fromEntries(
    dimensions.map(({ id }) => [id, stepState(SEATS.map((seat) => ratingOf(ratings, seat, id)))]),
  );
}

function stepState(pair: readonly RatingDraft[]): StepState {
  const hasWords = (rating: RatingDraft) => rating.rationale.trim() !== "";
  if (pair.every((rating) => rating.score !== null && hasWords(rating))) return "done";
  return pair.some((rating) => rating.score !== null || hasWords(rating) || rating.evidence.length > 0)
    ? "partial"
    : "open";
}

/** A remark for each rationale that repeats the words of another one, by {@link ratingKey}. */
export function repeatRemarks(
  ratings: Ratings,
  dimensions: readonly Pick<Dimension, "id" | "name">[],
  names: Record<AgentSeat, string>,
): Record<string, string> {
  const inOrder = dimensions.flatMap(({ id }) => SEATS.map((seat) => ratingOf(ratings, seat, id)));
  const remarks = rationaleProblems(inOrder).flatMap((problem) => {
    if (problem.problem !== "repeated" || !problem.sameAs) return [];
    const { agent, dimension } = problem.sameAs;
    const where = dimensions.find(({ id }) => id === dimension)?.name ?? "another dimension";
    return [
      [ratingKey(problem), `The same words stand under ${where} for ${names[agent]}. Say what is particular here.`],
    ];
  });
  return Object.fromEntries(remarks);
}

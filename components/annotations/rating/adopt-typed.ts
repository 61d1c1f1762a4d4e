import type { RatingDraft } from "#lib/domain/annotations/rating-draft.ts";
import { SEATS } from "./rating-view.ts";

/** What the form on the page holds for both agents, as somebody may have filled it in before the page came alive. */
export function typedRatings(form: HTMLFormElement, dimension: string): RatingDraft[] {
  const data = new FormData(form);
  return SEATS.map((agent) => {
    const score = data.get(`score-${agent}`);
    return {
      agent,
      dimension,
      score: score === null || score === "" ? null : Number(score),
      rationale: String(data.get(`rationale-${agent}`) ?? "").replaceAll("\r\n", "\n"),
      evidence: data
        .getAll(`evidence-${agent}`)
        .map(Number)
        .sort((a, b) => a - b),
    };
  });
}

/** The fields of `after` that differ from `before`. */
export function changedFields(
  before: RatingDraft,
  after: RatingDraft,
): Partial<Pick<RatingDraft, "score" | "rationale" | "evidence">> {
  return {
    ...(before.score === after.score ? {} : { score: after.score }),
    ...(before.rationale === after.rationale ? {} : { rationale: after.rationale }),
    ...(before.evidence.join() === after.evidence.join() ? {} : { evidence: after.evidence }),
  };
}

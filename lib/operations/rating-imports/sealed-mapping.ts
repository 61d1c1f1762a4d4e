import type { RatingMapping } from "#lib/domain/rating-imports/rating-mapping.ts";
import { sealedRater } from "#lib/store/person-keys.ts";

/** A mapping as it is stored and compared: names of people that somebody typed are kept by their keys. */
export function sealedMapping(mapping: RatingMapping): RatingMapping {
  const { table } = mapping;
  const scores = table?.scores.map((score) =>
    score.kind === "human" ? { ...score, rater: sealedRater(score.rater) } : score,
  );
  return {
    ...mapping,
    rater: sealedRater(mapping.rater),
    table: table && scores ? { ...table, scores } : null,
  };
}

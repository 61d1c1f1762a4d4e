import type { RatingMapping } from "#lib/domain/rating-imports/rating-mapping.ts";
import { AppError } from "#lib/domain/shared/errors.ts";
import { sealedRater } from "#lib/store/person-keys.ts";

/**
 * A mapping as it is stored and compared: names of people that somebody typed are kept by their keys. Throws `INVALID` for
 * a table without a scale, of which every score would be refused.
 */
export function sealedMapping(mapping: RatingMapping): RatingMapping {
  const { table } = mapping;
  if (table?.scales.length === 0)
    throw new AppError(
      "INVALID",
      "No score can be read with these columns, so no dimension has a scale. Set them right first.",
    );
  const scores = table?.scores.map((score) =>
    score.kind === "human" ? { ...score, rater: sealedRater(score.rater) } : score,
  );
  return {
    ...mapping,
    rater: sealedRater(mapping.rater),
    table: table && scores ? { ...table, scores } : null,
  };
}

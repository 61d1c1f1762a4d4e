import type { Dimension } from "#lib/domain/dimensions/dimension.ts";
import { writtenGuideline } from "./dimension-guideline.ts";
import { checkForDimensions } from "./get-guidelines.ts";
import type { CheckQuestion, Guidelines } from "./types.ts";

/**
 * The questions of the comprehension check for a study: those about dimensions whose written page the study uses. Where
 * it keeps the id `secret` but has changed the scale, a question about the written scale would have no right answer.
 */
export function checkForStudy(guidelines: Guidelines, dimensions: readonly Dimension[]): CheckQuestion[] {
  const written = dimensions.filter((dimension) => writtenGuideline(guidelines, dimension) !== null);
  return checkForDimensions(
    guidelines,
    written.map(({ id }) => id),
  );
}

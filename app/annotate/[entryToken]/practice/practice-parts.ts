import { guidelineForDimension } from "#lib/domain/annotations/guidelines/dimension-guideline.ts";
import { getGuidelines } from "#lib/domain/annotations/guidelines/get-guidelines.ts";
import type { Dimension } from "#lib/domain/dimensions/dimension.ts";
import type { VisitStudy } from "#lib/operations/visits/get-visit.ts";

/** The study's dimensions for which the practice episode has known ratings on the very same scale. */
export function practiceDimensions({ guidelinesVersion, dimensions }: VisitStudy): Dimension[] {
  const guidelines = getGuidelines(guidelinesVersion);
  const known = new Set<string>(guidelines.practice.known.map(({ dimensionId }) => dimensionId));
  return dimensions.filter((dimension) => known.has(dimension.id) && isWritten(guidelines, dimension));
}

function isWritten(guidelines: ReturnType<typeof getGuidelines>, dimension: Dimension): boolean {
  return guidelineForDimension(guidelines, dimension).rationales.good.length > 0;
}

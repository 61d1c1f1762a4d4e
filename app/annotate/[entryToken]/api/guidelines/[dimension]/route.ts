import { dimensionOfSegment } from "#components/annotations/rating/go.ts";
import { guidelineForDimension } from "#lib/domain/annotations/guidelines/dimension-guideline.ts";
import { getGuidelines } from "#lib/domain/annotations/guidelines/get-guidelines.ts";
import { AppError } from "#lib/domain/shared/errors.ts";
import { getVisit } from "#lib/operations/visits/get-visit.ts";
import { defineVisitRoute } from "../../../visit-route.ts";

/** The guidelines of one dimension as JSON, for the panel that opens over the rating form. */
export const GET = defineVisitRoute(async ({ actor, params }) => {
  const { study } = await getVisit(actor, {});
  const dimension = study.dimensions.find(({ id }) => id === dimensionOfSegment(params.dimension ?? ""));
  if (!dimension) throw new AppError("NOT_FOUND", "This study has no such dimension.");
  return guidelineForDimension(getGuidelines(study.guidelinesVersion), dimension);
});

import { getGuidelines } from "#lib/domain/annotations/guidelines/get-guidelines.ts";
import type { VisitStudy } from "#lib/operations/visits/get-visit.ts";
import type { visitPaths } from "./visit-paths.ts";

/** One page of the guidelines in reading order. */
export type GuidelinePage = { href: string; label: string };

/** The dimensions of the study that the worked example rates on the same scale. */
export function workedDimensions(study: Pick<VisitStudy, "dimensions" | "guidelinesVersion">) {
  const { workedExample } = getGuidelines(study.guidelinesVersion);
  return study.dimensions.filter((dimension) =>
    workedExample.ratings.some(
      (rating) => rating.dimensionId === dimension.id && rating.score >= dimension.min && rating.score <= dimension.max,
    ),
  );
}

/** The pages after the overview: one for each dimension of the study, then the worked example where it fits. */
export function guidelinePages(study: VisitStudy, paths: ReturnType<typeof visitPaths>): GuidelinePage[] {
  const pages = study.dimensions.map(({ id, name }) => ({ href: paths.guideline(id), label: name }));
  return workedDimensions(study).length > 0
    ? [...pages, { href: paths.workedExample, label: "A conversation with its ratings" }]
    : pages;
}

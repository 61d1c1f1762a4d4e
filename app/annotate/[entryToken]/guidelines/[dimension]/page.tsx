import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { GuidelineFoot } from "#components/annotate/guideline-foot.tsx";
import { VisitFrame } from "#components/annotate/visit-frame.tsx";
import { DimensionPage } from "#components/annotations/guidelines/dimension-page.tsx";
import { dimensionOfSegment } from "#components/annotations/rating/go.ts";
import { guidelineForDimension } from "#lib/domain/annotations/guidelines/dimension-guideline.ts";
import { getGuidelines } from "#lib/domain/annotations/guidelines/get-guidelines.ts";
import { frameProps } from "../../frame-props.ts";
import { requireVisit } from "../../require-visit.ts";
import { footProps } from "../foot-props.ts";

export const metadata: Metadata = { title: "Guidelines" };

type Props = {
  params: Promise<{ entryToken: string; dimension: string }>;
  searchParams: Promise<{ from?: string }>;
};

/** The guidelines of one dimension, as a page of its own. */
export default async function GuidelinePage({ params, searchParams }: Props) {
  const { entryToken, dimension: segment } = await params;
  const { from } = await searchParams;
  const page = await requireVisit(entryToken, "guidelines check practice rating");
  const { study } = page.visit;
  const dimension = study.dimensions.find(({ id }) => id === dimensionOfSegment(segment));
  if (!dimension) redirect(page.paths.guidelines);
  return (
    <VisitFrame {...frameProps(page.visit)} step="Guidelines">
      <DimensionPage
        dimension={dimension}
        page={guidelineForDimension(getGuidelines(study.guidelinesVersion), dimension)}
        headingLevel={1}
      />
      <GuidelineFoot {...footProps(page, page.paths.guideline(dimension.id), from)} />
    </VisitFrame>
  );
}

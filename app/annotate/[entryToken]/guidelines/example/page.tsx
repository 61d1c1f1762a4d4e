import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { GuidelineFoot } from "#components/annotate/guideline-foot.tsx";
import { VisitFrame } from "#components/annotate/visit-frame.tsx";
import { WorkedExamplePage } from "#components/annotate/worked-example.tsx";
import { getGuidelines } from "#lib/domain/annotations/guidelines/get-guidelines.ts";
import { frameProps } from "../../frame-props.ts";
import { workedDimensions } from "../../guideline-pages.ts";
import { requireVisit } from "../../require-visit.ts";
import { footProps } from "../foot-props.ts";

export const metadata: Metadata = { title: "A conversation with its ratings" };

type Props = { params: Promise<{ entryToken: string }>; searchParams: Promise<{ from?: string }> };

/** One episode with its ratings, as a model of how it is done. */
export default async function WorkedExampleRoute({ params, searchParams }: Props) {
  const { entryToken } = await params;
  const { from } = await searchParams;
  const page = await requireVisit(entryToken, "guidelines check practice rating");
  const dimensions = workedDimensions(page.visit.study);
  if (dimensions.length === 0) redirect(page.paths.guidelines);
  const leftOut = page.visit.study.dimensions.filter((one) => !dimensions.includes(one)).map(({ name }) => name);
  return (
    <VisitFrame {...frameProps(page.visit)} step="Guidelines" wide>
      <WorkedExamplePage
        example={getGuidelines(page.visit.study.guidelinesVersion).workedExample}
        dimensions={dimensions}
        leftOut={leftOut}
      />
      <GuidelineFoot {...footProps(page, page.paths.workedExample, from)} />
    </VisitFrame>
  );
}

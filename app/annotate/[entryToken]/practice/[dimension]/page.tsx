import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PracticeRoom } from "#components/annotations/practice/practice-room.tsx";
import { dimensionOfSegment } from "#components/annotations/rating/go.ts";
import { getGuidelines } from "#lib/domain/annotations/guidelines/get-guidelines.ts";
import { practiceFeedback } from "#lib/domain/annotations/guidelines/practice-feedback.ts";
import { blindEpisode } from "#lib/domain/studies/blinding.ts";
import { requireVisit } from "../../require-visit.ts";
import { practiceDimensions } from "../practice-parts.ts";

export const metadata: Metadata = { title: "Practice" };

type Props = {
  params: Promise<{ entryToken: string; dimension: string }>;
  searchParams: Promise<{ missing?: string }>;
};

/** The rating form on the practice conversation; once answered, with what careful annotators gave. */
export default async function PracticeOnPage({ params, searchParams }: Props) {
  const { entryToken, dimension: segment } = await params;
  const { missing } = await searchParams;
  const { visit, paths } = await requireVisit(entryToken, "practice");
  const dimensions = practiceDimensions(visit.study);
  const dimension = dimensions.find(({ id }) => id === dimensionOfSegment(segment));
  if (!dimension) redirect(paths.practice);
  const { practice } = getGuidelines(visit.study.guidelinesVersion);
  const given = visit.practice.filter((rating) => rating.dimension === dimension.id);
  const verdicts = practiceFeedback(
    given.map(({ agent, score }) => ({ agent, dimensionId: dimension.id, score })),
    practice,
  );
  return (
    <PracticeRoom
      // A new room for every dimension: nothing typed on one may appear on the next.
      key={`${dimension.id}.${given.length}`}
      episode={blindEpisode(practice.episode, null)}
      dimensions={dimensions}
      dimensionId={dimension.id}
      answered={dimensions.filter(({ id }) => visit.practice.some((each) => each.dimension === id)).map(({ id }) => id)}
      given={given}
      verdicts={verdicts}
      isMissing={missing === "1"}
      contact={visit.study.contact}
      addresses={{
        action: paths.api("practice"),
        guidelines: paths.guidelines,
        guidelinesJson: paths.api("guidelines"),
      }}
    />
  );
}

import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { dimensionOfSegment } from "#components/annotations/rating/go.ts";
import { RatingRoom } from "#components/annotations/rating/rating-room.tsx";
import type { FieldIssue } from "#lib/domain/shared/errors.ts";
import { missingIn, requireAssignment, requireReadable } from "../require-assignment.ts";

type Props = {
  params: Promise<{ entryToken: string; assignmentId: string; dimension: string }>;
  searchParams: Promise<{ problems?: string; notice?: string }>;
};

const GREETINGS = new Map([
  [
    "merged",
    "This was also changed in another tab or on another device. Both are here now: where two reasons met, the other one stands below yours, marked. Look them over before you go on.",
  ],
  ["extended", "You have more time for this conversation."],
]);

/** “Goal · Rating”, as the form itself says it when somebody moves on. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { entryToken, assignmentId, dimension: segment } = await params;
  const { assignment } = await requireAssignment(entryToken, assignmentId);
  const name = assignment.dimensions.find(({ id }) => id === dimensionOfSegment(segment))?.name;
  return { title: name ? `${name} · Rating` : "Rating" };
}

/** The rating form on one dimension; the conversation stands beside it. */
export default async function RatePage({ params, searchParams }: Props) {
  const { entryToken, assignmentId, dimension: segment } = await params;
  const { problems, notice } = await searchParams;
  const { visit, assignment, paths } = await requireReadable(entryToken, assignmentId);
  const id = dimensionOfSegment(segment);
  if (!assignment.dimensions.some((dimension) => dimension.id === id)) redirect(paths.rate(assignmentId));
  return (
    <RatingRoom
      assignmentId={assignmentId}
      episode={assignment.episode}
      dimensions={assignment.dimensions}
      initialDimension={id}
      draft={assignment.annotation}
      lease={{ secondsLeft: assignment.leaseSecondsLeft, extensionsLeft: assignment.extensionsLeft }}
      where={[
        ...(visit.isPreview ? ["preview, nothing is counted"] : []),
        `conversation ${assignment.sequence} of ${assignment.total}`,
      ]}
      effort={assignment.effort}
      contact={visit.study.contact}
      addresses={{
        room: paths.rate(assignmentId),
        draft: paths.api("draft"),
        extend: paths.api("extend"),
        review: paths.review(assignmentId),
        skip: paths.skip(assignmentId),
        start: paths.start,
        guidelines: paths.guidelines,
        guidelinesJson: paths.api("guidelines"),
      }}
      problems={problems === "1" ? byRating(missingIn(assignment)) : {}}
      greeting={GREETINGS.get(notice ?? "") ?? ""}
    />
  );
}

/** Issues with the path `goal.1.score` as one text for each `goal.1`. */
function byRating(issues: readonly FieldIssue[]): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const { path, message } of issues) {
    const key = path.split(".").slice(0, 2).join(".");
    texts[key] = texts[key] ? `${texts[key]} ${message}` : message;
  }
  return texts;
}

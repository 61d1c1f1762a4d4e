import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { VisitFrame } from "#components/annotate/visit-frame.tsx";
import { RatingReview } from "#components/annotations/review/rating-review.tsx";
import { frameProps } from "../../../frame-props.ts";
import { missingIn, requireReadable } from "../require-assignment.ts";

export const metadata: Metadata = { title: "Review" };

type Props = {
  params: Promise<{ entryToken: string; assignmentId: string }>;
  searchParams: Promise<{ problems?: string; notice?: string }>;
};

/** Every score with its reason, what is missing, and the button that submits. */
export default async function ReviewPage({ params, searchParams }: Props) {
  const { entryToken, assignmentId } = await params;
  const { problems, notice } = await searchParams;
  const { visit, assignment, paths } = await requireReadable(entryToken, assignmentId);
  return (
    <VisitFrame {...frameProps(visit)} step="Conversations" wide>
      <RatingReview
        action={paths.api("submit")}
        assignmentId={assignmentId}
        revision={assignment.annotation.revision}
        submissionKey={randomUUID()}
        room={paths.rate(assignmentId)}
        skip={paths.skip(assignmentId)}
        episode={assignment.episode}
        dimensions={assignment.dimensions}
        ratings={assignment.annotation.ratings}
        issues={missingIn(assignment)}
        hasAsked={problems === "1"}
        hasChanged={notice === "changed"}
        where={`Conversation ${assignment.sequence} of ${assignment.total}`}
      />
    </VisitFrame>
  );
}

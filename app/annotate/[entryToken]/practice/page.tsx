import type { Metadata } from "next";
import { PracticeIntroduction } from "#components/annotate/practice-introduction.tsx";
import { VisitFrame } from "#components/annotate/visit-frame.tsx";
import { getGuidelines } from "#lib/domain/annotations/guidelines/get-guidelines.ts";
import { frameProps } from "../frame-props.ts";
import { requireVisit } from "../require-visit.ts";
import { practiceDimensions } from "./practice-parts.ts";

export const metadata: Metadata = { title: "Practice" };

/** What practice is, and the way into it (or on, when it was begun). */
export default async function PracticePage({ params }: { params: Promise<{ entryToken: string }> }) {
  const { entryToken } = await params;
  const { visit, paths } = await requireVisit(entryToken, "practice");
  const dimensions = practiceDimensions(visit.study);
  const next = dimensions.find(({ id }) => !visit.practice.some((rating) => rating.dimension === id));
  return (
    <VisitFrame {...frameProps(visit)} step="Practice">
      <PracticeIntroduction
        introduction={getGuidelines(visit.study.guidelinesVersion).practice.introduction}
        count={dimensions.length}
        isBegun={visit.practice.length > 0}
        next={next ? paths.practiceOn(next.id) : null}
        finish={paths.api("practice/finish")}
      />
    </VisitFrame>
  );
}

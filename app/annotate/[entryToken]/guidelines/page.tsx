import type { Metadata } from "next";
import { GuidelinesOverview } from "#components/annotate/guidelines-overview.tsx";
import { VisitFrame } from "#components/annotate/visit-frame.tsx";
import { getGuidelines } from "#lib/domain/annotations/guidelines/get-guidelines.ts";
import { overviewForStudy } from "#lib/domain/annotations/guidelines/overview-for-study.ts";
import { frameProps } from "../frame-props.ts";
import { guidelinePages } from "../guideline-pages.ts";
import { requireVisit } from "../require-visit.ts";

export const metadata: Metadata = { title: "Guidelines" };

/** The overview of the guidelines with the list of their pages. */
export default async function GuidelinesPage({ params }: { params: Promise<{ entryToken: string }> }) {
  const { entryToken } = await params;
  const { visit, paths } = await requireVisit(entryToken, "guidelines check practice rating");
  const guidelines = getGuidelines(visit.study.guidelinesVersion);
  const pages = guidelinePages(visit.study, paths);
  return (
    <VisitFrame {...frameProps(visit)} step="Guidelines">
      <GuidelinesOverview
        title={guidelines.title}
        overview={overviewForStudy(guidelines, visit.study.dimensions)}
        aiUse={guidelines.aiUse}
        pages={pages}
        resume={visit.stage === "guidelines" ? null : paths.start}
      />
    </VisitFrame>
  );
}

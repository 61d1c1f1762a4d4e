import type { Metadata } from "next";
import { VisitEnd } from "#components/annotate/visit-end.tsx";
import { VisitFrame } from "#components/annotate/visit-frame.tsx";
import { frameProps } from "../frame-props.ts";
import { requireVisit } from "../require-visit.ts";

export const metadata: Metadata = { title: "The end" };

/** How the visit ended, with the completion code where the study has one. */
export default async function EndPage({ params }: { params: Promise<{ entryToken: string }> }) {
  const { entryToken } = await params;
  const { visit } = await requireVisit(entryToken, "ended");
  return (
    <VisitFrame {...frameProps(visit)}>
      {visit.ending ? (
        <VisitEnd
          ending={visit.ending}
          submitted={visit.progress.submitted}
          hasPanel={visit.study.panelKind !== "none"}
        />
      ) : null}
    </VisitFrame>
  );
}

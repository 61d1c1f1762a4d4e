import type { Metadata } from "next";
import { NextEpisode } from "#components/annotate/next-episode.tsx";
import { VisitFrame } from "#components/annotate/visit-frame.tsx";
import { frameProps } from "../frame-props.ts";
import { requireVisit } from "../require-visit.ts";

export const metadata: Metadata = { title: "Next conversation" };

type Props = { params: Promise<{ entryToken: string }>; searchParams: Promise<{ paused?: string; skipped?: string }> };

/** The pause between two conversations: what is done, what is left, and the button that opens the next one. */
export default async function NextPage({ params, searchParams }: Props) {
  const { entryToken } = await params;
  const { paused, skipped } = await searchParams;
  const { visit, paths } = await requireVisit(entryToken, "rating");
  const { submitted, total } = visit.progress;
  return (
    <VisitFrame {...frameProps(visit)} step="Conversations">
      <NextEpisode
        action={paths.api("claim")}
        submitted={submitted}
        total={Math.max(total, submitted + 1)}
        minutesPerItem={visit.study.minutesPerItem}
        isBegun={visit.currentAssignmentId !== null || visit.hasBegunWork}
        isPaused={paused === "1"}
        wasSkipped={skipped === "1"}
      />
    </VisitFrame>
  );
}

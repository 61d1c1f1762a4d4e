import type { Metadata } from "next";
import { SkipForm } from "#components/annotate/skip-form.tsx";
import { VisitFrame } from "#components/annotate/visit-frame.tsx";
import { SKIP_REASON_LABELS, SKIP_REASONS } from "#lib/domain/annotations/skip-reasons.ts";
import { frameProps } from "../../../frame-props.ts";
import { requireAssignment } from "../require-assignment.ts";

export const metadata: Metadata = { title: "Skip this conversation" };

type Props = {
  params: Promise<{ entryToken: string; assignmentId: string }>;
  searchParams: Promise<{ problem?: string }>;
};

/** Gives a conversation back, with the reason. */
export default async function SkipPage({ params, searchParams }: Props) {
  const { entryToken, assignmentId } = await params;
  const { problem } = await searchParams;
  const { visit, assignment, paths } = await requireAssignment(entryToken, assignmentId);
  return (
    <VisitFrame {...frameProps(visit)} step="Conversations">
      <SkipForm
        action={paths.api("skip")}
        assignmentId={assignmentId}
        back={paths.rate(assignmentId)}
        reasons={SKIP_REASONS.map((id) => ({ id, label: SKIP_REASON_LABELS[id] }))}
        isDamaged={assignment.isDamaged}
        isReasonMissing={problem === "reason"}
      />
    </VisitFrame>
  );
}

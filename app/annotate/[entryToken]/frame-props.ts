import type { VisitView } from "#lib/operations/visits/get-visit.ts";

/** What the frame of every page needs of a visit. */
export function frameProps({ study, isPreview }: Pick<VisitView, "study" | "isPreview">) {
  return { contact: study.contact, hasPractice: study.hasPractice, isPreview };
}

import { redirect } from "next/navigation";
import { missingIn, requireReadable } from "./require-assignment.ts";

type Props = { params: Promise<{ entryToken: string; assignmentId: string }> };

/** Leads to the first dimension that is not complete, or to the review when all are. */
export default async function AssignmentIndex({ params }: Props): Promise<never> {
  const { entryToken, assignmentId } = await params;
  const { assignment, paths } = await requireReadable(entryToken, assignmentId);
  const [first] = missingIn(assignment);
  redirect(first ? paths.rateOn(assignmentId, first.path.split(".")[0] ?? "") : paths.review(assignmentId));
}

import type { Actor } from "#lib/domain/access/actor.ts";
import { requireStep, stateAfter, stepRefusal } from "#lib/domain/studies/lifecycle.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { getDb } from "#lib/store/db.ts";
import { moveStudy } from "#lib/store/studies.ts";
import { requireStudy } from "../require-study.ts";

/**
 * Moves a launched study on by one step and records who did it, as one. `closedAt` is the moment where the step ends the
 * study. Throws `NOT_FOUND`, and `CONFLICT` where its state does not allow the step or somebody else was faster.
 */
export async function takeStudyStep(
  actor: Actor,
  studyId: string,
  step: "pause" | "resume" | "close",
  closedAt: Date | null = null,
): Promise<{ studyId: string }> {
  await getDb().$transaction(async (tx) => {
    const { state } = await requireStudy(tx, studyId, { lock: true });
    requireStep(state, step);
    if (!(await moveStudy(tx, studyId, state, stateAfter(step), closedAt))) throw stepRefusal(step);
    await recordAudit(tx, { actor, action: `studies.${step}`, subjectKind: "study", subjectId: studyId });
  });
  return { studyId };
}

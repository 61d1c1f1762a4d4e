import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import { frozenDesignText } from "#lib/domain/studies/design-hash.ts";
import { isLaunchable, launchChecklist } from "#lib/domain/studies/launch-checklist.ts";
import { requireStep, stepRefusal } from "#lib/domain/studies/lifecycle.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { getDb } from "#lib/store/db.ts";
import { markLaunched } from "#lib/store/studies.ts";
import { countItems, createMissingSlots, listFrozenItems } from "#lib/store/study-items.ts";
import { listPilots } from "#lib/store/study-lists.ts";
import { deletePreviewAnnotators } from "#lib/store/study-previews.ts";
import { defineOperation } from "../define-operation.ts";
import { requireStudy } from "../require-study.ts";
import { sha256 } from "../sha256.ts";

/**
 * Opens a study to annotators and freezes its design, guidelines and scales: one slot per wanted annotation, and a hash
 * over all of it. Throws `INVALID` with every blocker of the checklist, `CONFLICT` when it was launched already.
 */
export const launchStudy = defineOperation({
  name: "studies/launch-study",
  permission: "studies.launch",
  input: z.object({ studyId: z.string() }),
  deps: { now: () => new Date() },
  run: async (actor, { studyId }, { now }) =>
    getDb().$transaction(async (tx) => {
      const study = await requireStudy(tx, studyId, { lock: true });
      requireStep(study.state, "launch");
      const { design, sampling, consentVersion } = study;
      const { count } = await countItems(tx, studyId);
      const [pilot] = design.qualifyingStudyId ? await listPilots(tx, design.qualifyingStudyId) : [];
      const checks = launchChecklist(design, {
        itemCount: count,
        warningCount: 0,
        linksStayHere: false,
        pilot: pilot ?? null,
      });
      if (!isLaunchable(checks)) throw notReady(checks);
      const items = await listFrozenItems(tx, studyId);
      const frozenText = frozenDesignText({ design, consentVersion, sampling, items });
      const hash = sha256(frozenText);
      await deletePreviewAnnotators(tx, studyId);
      await createMissingSlots(tx, studyId, design.annotationsPerItem);
      if (!(await markLaunched(tx, studyId, { designHash: hash, frozenText, at: now() }))) throw stepRefusal("launch");
      await recordAudit(tx, {
        actor,
        action: "studies.launch",
        subjectKind: "study",
        subjectId: studyId,
        after: { designHash: hash, items: count, annotationsPerItem: design.annotationsPerItem },
      });
      return { studyId, designHash: hash };
    }),
});

function notReady(checks: ReturnType<typeof launchChecklist>): AppError {
  const blockers = checks.filter((check) => check.level === "blocker");
  return new AppError(
    "INVALID",
    `The study is not ready, so it was not launched. ${blockers.map((b) => b.text).join(" ")}`,
    {
      issues: blockers.map((blocker) => ({ path: blocker.id, message: blocker.text })),
    },
  );
}

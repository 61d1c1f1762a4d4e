import { z } from "zod";
import { updateAnalysisRow } from "#lib/store/analyses.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { getDb } from "#lib/store/db.ts";
import { defineOperation } from "../define-operation.ts";
import { requireAnalysis } from "./analysis-input.ts";

/** Puts an analysis out of the list, or back into it; its links work either way. */
export const archiveAnalysis = defineOperation({
  name: "analysis/archive-analysis",
  permission: "analyses.write",
  input: z.object({ analysisId: z.string().min(1).max(100), isArchived: z.boolean().default(true) }),
  deps: { now: () => new Date() },
  run: async (actor, { analysisId, isArchived }, { now }) => {
    await requireAnalysis({ analysisId });
    await getDb().$transaction(async (tx) => {
      await updateAnalysisRow(tx, analysisId, { archivedAt: isArchived ? now() : null });
      await recordAudit(tx, {
        actor,
        action: isArchived ? "analyses.archive" : "analyses.restore",
        subjectKind: "analysis",
        subjectId: analysisId,
      });
    });
    return { analysisId, isArchived };
  },
});

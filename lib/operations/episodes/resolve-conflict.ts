import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { keepAllVersions, keepVersions, listBoundSourceIds, listConflictingIds } from "#lib/store/conflicts.ts";
import { getDb } from "#lib/store/db.ts";
import { defineOperation } from "../define-operation.ts";

/**
 * Decides between episodes that share a source id and differ in content: `keep` is the id of the one to go on with (the
 * others are set aside, not deleted) or `all`. May be decided again until a study is launched that goes by it. Throws
 * `NOT_FOUND` when nothing under this id is in conflict, `CONFLICT` when a study goes by the decision.
 */
export const resolveConflict = defineOperation({
  name: "episodes/resolve-conflict",
  permission: "episodes.resolve",
  input: z.object({ sourceId: z.string().min(1).max(300), keep: z.string().min(1) }),
  deps: {},
  async run(actor, { sourceId, keep }): Promise<{ versions: number }> {
    return getDb().$transaction(async (tx) => {
      const ids = await listConflictingIds(tx, sourceId);
      if (ids.length === 0 || (keep !== "all" && !ids.includes(keep)))
        throw new AppError("NOT_FOUND", "No records under this id are in conflict. Nothing was changed.");
      if ((await listBoundSourceIds(tx, "episode", [sourceId])).size > 0)
        throw new AppError(
          "CONFLICT",
          "A study that was launched since goes by this decision, so it stays. Nothing was changed.",
        );
      if (keep === "all") await keepAllVersions(tx, sourceId);
      else await keepVersions(tx, "episode", [{ sourceId, keptId: keep }]);
      await recordAudit(tx, {
        actor,
        action: "episodes.resolve-conflict",
        subjectKind: "episode",
        subjectId: sourceId,
        after: { keep, versions: ids.length },
      });
      return { versions: ids.length };
    });
  },
});

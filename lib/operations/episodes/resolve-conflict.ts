import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { findConflict, keepAllVersions, keepVersions, listBoundSourceIds } from "#lib/store/conflicts.ts";
import { getDb } from "#lib/store/db.ts";
import { defineOperation } from "../define-operation.ts";

/** `this` version alone, or all of them side by side. */
const KEPT = ["this", "all"] as const;

/** What a decision about one episode says. */
export type VersionDecision = { keep: (typeof KEPT)[number] };

/**
 * Decides between episodes that share a source id and differ in content: to go on with this one (the others are set
 * aside, not deleted), or to keep all. May be decided again until a study is launched that goes by it. Throws
 * `NOT_FOUND` when the episode is in no conflict, `CONFLICT` when a study goes by the decision.
 */
export const resolveConflict = defineOperation({
  name: "episodes/resolve-conflict",
  permission: "episodes.resolve",
  input: z.strictObject({ episodeId: z.string().min(1), keep: z.enum(KEPT) }),
  deps: {},
  async run(actor, { episodeId, keep }): Promise<{ versions: number }> {
    return getDb().$transaction(async (tx) => {
      const found = await findConflict(tx, episodeId);
      if (!found) throw new AppError("NOT_FOUND", "There is no such episode in conflict. Nothing was changed.");
      const { sourceId, versionIds } = found;
      if ((await listBoundSourceIds(tx, "episode", [sourceId])).size > 0)
        throw new AppError(
          "CONFLICT",
          "A study that was launched since goes by this decision, so it stays. Nothing was changed.",
        );
      if (keep === "all") await keepAllVersions(tx, sourceId);
      else await keepVersions(tx, "episode", [{ sourceId, keptId: episodeId }]);
      await recordAudit(tx, {
        actor,
        action: "episodes.resolve-conflict",
        subjectKind: "episode",
        subjectId: sourceId,
        after: { keep: keep === "all" ? keep : episodeId, versions: versionIds.length },
      });
      return { versions: versionIds.length };
    });
  },
});

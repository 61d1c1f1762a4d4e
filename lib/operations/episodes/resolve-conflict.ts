import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { getDb } from "#lib/store/db.ts";
import { settleConflict } from "#lib/store/episode-views.ts";
import { defineOperation } from "../define-operation.ts";

/**
 * Decides between records that share a source id and differ in content: `keep` is the id of the one to go on with
 * (the others are set aside, not deleted) or `all`. May be decided again later. Throws `NOT_FOUND` when nothing under
 * this id is in conflict.
 */
export const resolveConflict = defineOperation({
  name: "episodes/resolve-conflict",
  permission: "episodes.resolve",
  input: z.object({ sourceId: z.string().min(1).max(300), keep: z.string().min(1) }),
  deps: {},
  async run(actor, choice): Promise<{ versions: number }> {
    return getDb().$transaction(async (tx) => {
      const versions = await settleConflict(choice, tx);
      if (versions === 0)
        throw new AppError("NOT_FOUND", "No records under this id are in conflict. Nothing was changed.");
      await recordAudit(tx, {
        actor,
        action: "episodes.resolve-conflict",
        subjectKind: "episode",
        subjectId: choice.sourceId,
        after: { keep: choice.keep, versions },
      });
      return { versions };
    });
  },
});

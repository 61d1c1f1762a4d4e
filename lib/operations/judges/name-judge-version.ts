import { z } from "zod";
import { versionStanding } from "#lib/domain/analysis/stated-judge.ts";
import { AppError } from "#lib/domain/shared/errors.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { getDb } from "#lib/store/db.ts";
import { listStoredJudges, writeNamedVersion } from "#lib/store/judge-versions.ts";
import { defineOperation } from "../define-operation.ts";

/**
 * Says of which version a judge is whose source does not tell it; an empty text takes that back. It holds for the ratings
 * that are here: once further ones of this judge come without a version, it is unknown again. The judge stays apart from
 * others of that name and version. Throws `NOT_FOUND`, and `CONFLICT` where the source tells the version.
 */
export const nameJudgeVersion = defineOperation({
  name: "judges/name-judge-version",
  permission: "ratings.import",
  input: z.object({
    judgeKey: z.string().min(1).max(300),
    version: z.string().trim().max(100, "Keep the version under 100 characters."),
  }),
  deps: { now: () => new Date() },
  async run(actor, { judgeKey, version }, deps): Promise<{ name: string; version: string }> {
    return getDb().$transaction(async (tx) => {
      const judge = (await listStoredJudges(tx)).find(({ key }) => key === judgeKey);
      if (!judge) throw new AppError("NOT_FOUND", "There is no such judge.");
      if (versionStanding(judge, null).standing === "source")
        throw new AppError("CONFLICT", "The source of this judge tells its version. Nothing was changed.");
      await writeNamedVersion(tx, judgeKey, version === "" ? null : { version, at: deps.now() });
      await recordAudit(tx, {
        actor,
        action: "judges.name-version",
        subjectKind: "judge",
        subjectId: judgeKey,
        before: { version: judge.named?.version ?? "" },
        after: { name: judge.name, version },
      });
      return { name: judge.name, version };
    });
  },
});

import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { getDb } from "#lib/store/db.ts";
import { endSessionsOfUser } from "#lib/store/sessions.ts";
import { findUser } from "#lib/store/users.ts";
import { defineOperation } from "../define-operation.ts";

/** Ends all sessions of one person at once and answers how many there were. Throws `NOT_FOUND`. */
export const endUserSessions = defineOperation({
  name: "sessions/end-user-sessions",
  permission: "users.manage",
  input: z.object({ userId: z.string().min(1).max(100) }),
  deps: { now: () => new Date() },
  run: async (actor, { userId }, { now }) =>
    getDb().$transaction(async (tx) => {
      if (!(await findUser(userId, tx))) throw new AppError("NOT_FOUND", "There is no such account.");
      const ended = await endSessionsOfUser(tx, userId, now());
      await recordAudit(tx, {
        actor,
        action: "sessions.end-all",
        subjectKind: "user",
        subjectId: userId,
        after: { ended },
      });
      return { ended };
    }),
});

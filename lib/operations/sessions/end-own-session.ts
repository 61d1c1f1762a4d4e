import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { getDb } from "#lib/store/db.ts";
import { endSession } from "#lib/store/sessions.ts";
import { defineOperation } from "../define-operation.ts";
import { requireUserActor } from "../require-user-actor.ts";

/** Ends one of the asking person's own sessions. Throws `NOT_FOUND` when it is another's or has ended. */
export const endOwnSession = defineOperation({
  name: "sessions/end-own-session",
  permission: "account.own",
  input: z.object({ sessionId: z.string().min(1).max(100) }),
  deps: { now: () => new Date() },
  run: async (actor, { sessionId }, { now }) => {
    const { userId } = requireUserActor(actor);
    await getDb().$transaction(async (tx) => {
      if (!(await endSession(tx, sessionId, userId, now()))) {
        throw new AppError("NOT_FOUND", "This session has already ended.");
      }
      await recordAudit(tx, {
        actor,
        action: "sessions.end",
        subjectKind: "user",
        subjectId: userId,
        after: { sessionId },
      });
    });
  },
});

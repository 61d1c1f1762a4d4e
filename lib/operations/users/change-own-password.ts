import { z } from "zod";
import { hashPassword, verifyPassword } from "#lib/auth/password.ts";
import { newPasswordSchema } from "#lib/domain/access/account-fields.ts";
import { AppError } from "#lib/domain/shared/errors.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { getDb } from "#lib/store/db.ts";
import { type RateLimit, resetPoints, takePoint } from "#lib/store/rate-limits.ts";
import { endSessionsOfUser } from "#lib/store/sessions.ts";
import { findCredentials, updateUser } from "#lib/store/users.ts";
import { defineOperation } from "../define-operation.ts";
import { requireUserActor } from "../require-user-actor.ts";

const input = z.object({
  /** May be empty for people who signed in through a provider and have no password yet. */
  currentPassword: z.string().max(1000).default(""),
  newPassword: newPasswordSchema,
});

/** Guesses at the current password by somebody who found a signed-in browser. */
const GUESSES: RateLimit = { name: "change-password", points: 10, seconds: 15 * 60 };

/** Changes the asking person's password and ends all of their other sessions. Throws `INVALID`, `RATE_LIMITED`. */
export const changeOwnPassword = defineOperation({
  name: "users/change-own-password",
  permission: "account.own",
  input,
  deps: { now: () => new Date() },
  run: async (actor, { currentPassword, newPassword }, { now }) => {
    const { userId, sessionId } = requireUserActor(actor);
    const wait = await takePoint(GUESSES, userId);
    if (wait > 0) {
      throw new AppError("RATE_LIMITED", "There were too many tries. Your password is unchanged. Try again later.", {
        retryAfterSeconds: wait,
      });
    }
    const user = await findCredentials({ id: userId });
    if (!user) throw new AppError("NOT_FOUND", "This account is gone.");
    if (user.passwordHash !== null && !(await verifyPassword(currentPassword, user.passwordHash))) {
      const message = "This is not your current password.";
      throw new AppError("INVALID", `${message} Nothing was changed.`, {
        issues: [{ path: "currentPassword", message }],
      });
    }
    await resetPoints(GUESSES, userId);
    const passwordHash = await hashPassword(newPassword);
    return getDb().$transaction(async (tx) => {
      await updateUser(tx, userId, { passwordHash });
      const endedSessions = await endSessionsOfUser(tx, userId, now(), sessionId);
      await recordAudit(tx, { actor, action: "users.change-password", subjectKind: "user", subjectId: userId });
      return { endedSessions };
    });
  },
});

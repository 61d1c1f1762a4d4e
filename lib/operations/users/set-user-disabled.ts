import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { getDb } from "#lib/store/db.ts";
import { endSessionsOfUser } from "#lib/store/sessions.ts";
import { findUser, lockActiveAdmins, updateUser } from "#lib/store/users.ts";
import { defineOperation } from "../define-operation.ts";

/**
 * Disables an account, which ends its sessions and stops its API tokens at once, or enables it again. What the person
 * made stays. Throws `NOT_FOUND`, or `CONFLICT` for the last admin.
 */
export const setUserDisabled = defineOperation({
  name: "users/set-user-disabled",
  permission: "users.manage",
  input: z.object({ userId: z.string().min(1).max(100), isDisabled: z.boolean() }),
  deps: { now: () => new Date() },
  run: async (actor, { userId, isDisabled }, { now }) => {
    await getDb().$transaction(async (tx) => {
      const admins = await lockActiveAdmins(tx);
      const user = await findUser(userId, tx);
      if (!user) throw new AppError("NOT_FOUND", "There is no such account.");
      if ((user.disabledAt !== null) === isDisabled) return;
      if (isDisabled && admins.length === 1 && admins[0] === userId) {
        throw new AppError(
          "CONFLICT",
          "This is the only administrator, so the account stays. Make somebody else administrator first.",
        );
      }
      await updateUser(tx, userId, { disabledAt: isDisabled ? now() : null });
      if (isDisabled) await endSessionsOfUser(tx, userId, now());
      const action = isDisabled ? "users.disable" : "users.enable";
      await recordAudit(tx, { actor, action, subjectKind: "user", subjectId: userId });
    });
  },
});

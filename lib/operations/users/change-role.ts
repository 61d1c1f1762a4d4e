import { z } from "zod";
import { roleSchema } from "#lib/domain/access/roles.ts";
import { AppError } from "#lib/domain/shared/errors.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { getDb } from "#lib/store/db.ts";
import { findUser, lockActiveAdmins, updateUser } from "#lib/store/users.ts";
import { defineOperation } from "../define-operation.ts";

/** Gives a person another role, from their next click on. Throws `NOT_FOUND`, or `CONFLICT` for the last admin. */
export const changeRole = defineOperation({
  name: "users/change-role",
  permission: "users.manage",
  input: z.object({ userId: z.string().min(1).max(100), role: roleSchema }),
  deps: {},
  run: async (actor, { userId, role }) => {
    await getDb().$transaction(async (tx) => {
      const admins = await lockActiveAdmins(tx);
      const user = await findUser(userId, tx);
      if (!user) throw new AppError("NOT_FOUND", "There is no such account.");
      if (user.role === role) return;
      if (admins.length === 1 && admins[0] === userId) {
        throw new AppError(
          "CONFLICT",
          "This is the only administrator, so the role stays. Make somebody else administrator first.",
        );
      }
      await updateUser(tx, userId, { role });
      await recordAudit(tx, {
        actor,
        action: "users.change-role",
        subjectKind: "user",
        subjectId: userId,
        before: { role: user.role },
        after: { role },
      });
    });
  },
});

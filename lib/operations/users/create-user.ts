import { z } from "zod";
import { hashPassword } from "#lib/auth/password.ts";
import { emailSchema, newPasswordSchema, personNameSchema } from "#lib/domain/access/account-fields.ts";
import { roleSchema } from "#lib/domain/access/roles.ts";
import { AppError } from "#lib/domain/shared/errors.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { getDb } from "#lib/store/db.ts";
import { findCredentials, createUser as keepUser } from "#lib/store/users.ts";
import { defineOperation } from "../define-operation.ts";

const input = z.object({ email: emailSchema, name: personNameSchema, role: roleSchema, password: newPasswordSchema });

/** Makes an account without an invitation, for the shell command. Throws `CONFLICT` when the address has one. */
export const createUser = defineOperation({
  name: "users/create-user",
  permission: "users.manage",
  input,
  deps: {},
  run: async (actor, { email, name, role, password }) => {
    const passwordHash = await hashPassword(password);
    return getDb().$transaction(async (tx) => {
      if (await findCredentials({ email }, tx)) {
        throw new AppError("CONFLICT", `${email} already has an account. Nothing was changed.`);
      }
      const user = await keepUser(tx, { email, name, role, passwordHash });
      await recordAudit(tx, {
        actor,
        action: "users.create",
        subjectKind: "user",
        subjectId: user.id,
        after: { email, role },
      });
      return { userId: user.id };
    });
  },
});

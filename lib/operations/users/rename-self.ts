import { z } from "zod";
import { personNameSchema } from "#lib/domain/access/account-fields.ts";
import { getDb } from "#lib/store/db.ts";
import { updateUser } from "#lib/store/users.ts";
import { defineOperation } from "../define-operation.ts";
import { requireUserActor } from "../require-user-actor.ts";

/** Changes the name under which the asking person appears from now on; the audit log keeps the old one. */
export const renameSelf = defineOperation({
  name: "users/rename-self",
  permission: "account.own",
  input: z.object({ name: personNameSchema }),
  deps: {},
  run: async (actor, { name }) => {
    await updateUser(getDb(), requireUserActor(actor).userId, { name });
  },
});

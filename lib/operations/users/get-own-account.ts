import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import { findUser } from "#lib/store/users.ts";
import { defineOperation } from "../define-operation.ts";
import { requireUserActor } from "../require-user-actor.ts";

/** The asking person's own account. */
export const getOwnAccount = defineOperation({
  name: "users/get-own-account",
  permission: "account.own",
  input: z.object({}),
  deps: {},
  run: async (actor) => {
    const user = await findUser(requireUserActor(actor).userId);
    if (!user) throw new AppError("NOT_FOUND", "This account is gone.");
    return user;
  },
});

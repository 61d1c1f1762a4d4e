import { z } from "zod";
import { listLiveInvitations } from "#lib/store/invitations.ts";
import { listUsers } from "#lib/store/users.ts";
import { defineOperation } from "../define-operation.ts";

/** Everybody with an account, and the invitations that may still be used. */
export const listPeople = defineOperation({
  name: "users/list-people",
  permission: "users.manage",
  input: z.object({}),
  deps: { now: () => new Date() },
  run: async (_actor, _input, { now }) => {
    const [users, invitations] = await Promise.all([listUsers(now()), listLiveInvitations(now())]);
    return { users, invitations: invitations.filter((invitation) => !invitation.isSetup) };
  },
});

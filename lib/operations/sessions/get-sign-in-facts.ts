import { z } from "zod";
import { hasUsers } from "#lib/store/users.ts";
import { defineOperation } from "../define-operation.ts";

/** What the sign-in page must know before anybody has signed in: whether there is an account at all. */
export const getSignInFacts = defineOperation({
  name: "sessions/get-sign-in-facts",
  permission: "entry",
  input: z.object({}),
  deps: {},
  run: async () => ({ hasAccounts: await hasUsers() }),
});

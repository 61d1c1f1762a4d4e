import { z } from "zod";
import { listApiTokens as listTokens } from "#lib/store/api-tokens.ts";
import { defineOperation } from "../define-operation.ts";
import { requireUserActor } from "../require-user-actor.ts";

/** The asking person's API tokens, newest first. */
export const listApiTokens = defineOperation({
  name: "api-tokens/list-api-tokens",
  permission: "account.own",
  input: z.object({}),
  deps: {},
  run: (actor) => listTokens(requireUserActor(actor).userId),
});

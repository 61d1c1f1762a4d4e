import { z } from "zod";
import { getDb } from "#lib/store/db.ts";
import { endSession } from "#lib/store/sessions.ts";
import { defineOperation } from "../define-operation.ts";
import { requireUserActor } from "../require-user-actor.ts";

/** Ends the session of the person who asks. Doing it twice does nothing more. */
export const signOut = defineOperation({
  name: "sessions/sign-out",
  permission: "account.own",
  input: z.object({}),
  deps: { now: () => new Date() },
  run: async (actor, _input, { now }) => {
    const { userId, sessionId } = requireUserActor(actor);
    await endSession(getDb(), sessionId, userId, now());
  },
});

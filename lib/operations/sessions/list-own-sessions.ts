import { z } from "zod";
import { listLiveSessions } from "#lib/store/sessions.ts";
import { defineOperation } from "../define-operation.ts";
import { requireUserActor } from "../require-user-actor.ts";

/** The browsers in which the person who asks is signed in, most recently used first; `isCurrent` marks this one. */
export const listOwnSessions = defineOperation({
  name: "sessions/list-own-sessions",
  permission: "account.own",
  input: z.object({}),
  deps: { now: () => new Date() },
  run: async (actor, _input, { now }) => {
    const { userId, sessionId } = requireUserActor(actor);
    const sessions = await listLiveSessions(userId, now());
    return sessions.map((session) => ({ ...session, isCurrent: session.id === sessionId }));
  },
});

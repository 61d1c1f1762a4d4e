import { z } from "zod";
import { getDb } from "#lib/store/db.ts";
import { endSession, findLiveSession } from "#lib/store/sessions.ts";
import { defineOperation } from "../define-operation.ts";

/** Ends the session that a cookie named, for the sign-out address of next-auth. Ending it twice does nothing more. */
export const endSessionById = defineOperation({
  name: "sessions/end-session-by-id",
  permission: "system.operate",
  input: z.object({ sessionId: z.string().min(1).max(100) }),
  deps: { now: () => new Date() },
  run: async (_actor, { sessionId }, { now }) => {
    const session = await findLiveSession(sessionId, now());
    if (session) await endSession(getDb(), sessionId, session.user.id, now());
  },
});

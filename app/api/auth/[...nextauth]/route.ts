import { buildAuthHandler } from "#lib/auth/handler.ts";
import { ANONYMOUS, systemActor } from "#lib/domain/access/actor.ts";
import { endSessionById } from "#lib/operations/sessions/end-session-by-id.ts";
import { signInWithProvider } from "#lib/operations/sessions/sign-in-with-provider.ts";

/** Everything that next-auth answers: the way to a provider and back. */
const handler = buildAuthHandler((request) => ({
  openSession: (person) =>
    signInWithProvider(ANONYMOUS, { ...person, userAgent: request.headers.get("user-agent") ?? "" }),
  endSession: (sessionId) => endSessionById(systemActor("next-auth"), { sessionId }),
}));

export { handler as GET, handler as POST };

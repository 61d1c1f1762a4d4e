import type { Role } from "./roles.ts";

/**
 * Who asks. `user`: somebody with an account; `annotator`: a person inside one study's visit, without an account;
 * `system`: the worker, the shell, a seed; `anonymous`: nobody known yet (entry link, sign-in, invitation).
 */
export type Actor =
  | { kind: "user"; userId: string; role: Role; sessionId: string; name: string }
  | { kind: "annotator"; annotatorId: string; studyId: string; visitId: string }
  | { kind: "system"; name: string }
  | { kind: "anonymous" };

/** The actor of the worker and the shell commands. */
export function systemActor(name: string): Actor {
  return { kind: "system", name };
}

/** The actor of a request that nobody has signed. */
export const ANONYMOUS: Actor = { kind: "anonymous" };

import { type Actor, ANONYMOUS, systemActor } from "#lib/domain/access/actor.ts";
import type { Role } from "#lib/domain/access/roles.ts";

/** Everybody who can ask for something over HTTP. */
export const CALLERS = ["anonymous", "annotator", "analyst", "researcher", "admin"] as const;
export type Caller = (typeof CALLERS)[number];

/** The sets of callers that the tables use. */
export const EVERYBODY: readonly Caller[] = CALLERS;
export const ANNOTATOR: readonly Caller[] = ["annotator"];
export const READERS: readonly Caller[] = ["analyst", "researcher", "admin"];
export const WRITERS: readonly Caller[] = ["researcher", "admin"];
export const ADMIN: readonly Caller[] = ["admin"];

/** An actor of that kind, for calls that are refused or fail before they touch a database. */
export function actorOf(caller: Caller | "system"): Actor {
  if (caller === "system") return systemActor("test");
  if (caller === "anonymous") return ANONYMOUS;
  if (caller === "annotator") return { kind: "annotator", annotatorId: "a", studyId: "s", visitId: "v" };
  return { kind: "user", userId: "u", role: caller satisfies Role, sessionId: "s", name: caller };
}

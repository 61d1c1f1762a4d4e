import type { Actor } from "#lib/domain/access/actor.ts";
import { AppError } from "#lib/domain/shared/errors.ts";

/** Narrows an actor to somebody with an account, for operations on "my" things. Throws `FORBIDDEN` for the system. */
export function requireUserActor(actor: Actor): Extract<Actor, { kind: "user" }> {
  if (actor.kind === "user") return actor;
  throw new AppError("FORBIDDEN", "This belongs to a person with an account.");
}

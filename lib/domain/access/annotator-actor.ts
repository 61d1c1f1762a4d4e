import { AppError } from "#lib/domain/shared/errors.ts";
import type { Actor } from "./actor.ts";

/** Somebody inside one study's visit. */
export type AnnotatorActor = Extract<Actor, { kind: "annotator" }>;

/** Narrows an actor to an annotator, for operations on their own visit. Throws `FORBIDDEN` for anybody else. */
export function requireAnnotator(actor: Actor): AnnotatorActor {
  if (actor.kind === "annotator") return actor;
  throw new AppError("FORBIDDEN", "This belongs to an annotator’s visit. Open the study by its entry link.");
}

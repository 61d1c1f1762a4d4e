import { z } from "zod";
import { getDb } from "#lib/store/db.ts";
import { closeDatabaseNote as closeNote } from "#lib/store/users.ts";
import { defineOperation } from "../define-operation.ts";
import { requireUserActor } from "../require-user-actor.ts";

/** Puts the note about the embedded database away for the asking person, for good. */
export const closeDatabaseNote = defineOperation({
  name: "users/close-database-note",
  permission: "account.own",
  input: z.object({}),
  deps: { now: () => new Date() },
  run: async (actor, _input, { now }) => closeNote(getDb(), requireUserActor(actor).userId, now()),
});

"use server";
import { revalidatePath } from "next/cache";
import { closeDatabaseNote } from "#lib/operations/users/close-database-note.ts";
import { defineAction } from "#lib/web/define-action.ts";

/** Puts the note about the embedded database away for whoever asks. */
export const closeDatabaseNoteAction = defineAction(async (actor) => {
  await closeDatabaseNote(actor, {});
  revalidatePath("/");
});

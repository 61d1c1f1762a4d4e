"use server";
import { revalidatePath } from "next/cache";
import { resolveConflict } from "#lib/operations/episodes/resolve-conflict.ts";
import { cancelImport } from "#lib/operations/imports/cancel-import.ts";
import { retryImport } from "#lib/operations/imports/retry-import.ts";
import { defineAction } from "#lib/web/define-action.ts";

/** Decides which of several records under one source id to go on with. */
export const resolveConflictAction = defineAction(async (actor, form) => {
  const keep = String(form.get("keep") ?? "");
  await resolveConflict(actor, { sourceId: String(form.get("sourceId") ?? ""), keep });
  revalidatePath("/episodes", "layout");
  return { ok: true, message: keep === "all" ? "All versions are kept." : "The other versions were set aside." };
});

/** Stops an import. */
export const cancelImportAction = defineAction(async (actor, form) => {
  await cancelImport(actor, { importId: String(form.get("importId") ?? "") });
  revalidatePath("/episodes/imports", "layout");
  return { ok: true };
});

/** Lets a stopped import go on. */
export const retryImportAction = defineAction(async (actor, form) => {
  await retryImport(actor, { importId: String(form.get("importId") ?? "") });
  revalidatePath("/episodes/imports", "layout");
  return { ok: true };
});

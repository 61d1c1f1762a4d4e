"use server";
import { revalidatePath } from "next/cache";
import { decidedWords } from "#components/episodes/conflict-words.ts";
import type { ConflictChoice } from "#lib/domain/episodes/import-conflicts.ts";
import { resolveConflict, type VersionDecision } from "#lib/operations/episodes/resolve-conflict.ts";
import { cancelImport } from "#lib/operations/imports/cancel-import.ts";
import { decideConflicts } from "#lib/operations/imports/decide-conflicts.ts";
import { retryImport } from "#lib/operations/imports/retry-import.ts";
import { defineAction } from "#lib/web/define-action.ts";
import { formText } from "#lib/web/form-text.ts";

/** Decides which of several records under one source id to go on with. */
export const resolveConflictAction = defineAction(async (actor, form) => {
  const keep = formText(form, "keep") as VersionDecision["keep"];
  await resolveConflict(actor, { episodeId: formText(form, "episodeId"), keep });
  revalidatePath("/episodes", "layout");
  return { ok: true, message: keep === "all" ? "All versions are kept." : "The other versions were set aside." };
});

/** Decides conflicts of an imported file: one of its records, or all of them. */
export const decideConflictsAction = defineAction(async (actor, form) => {
  const record = Number(form.get("record") ?? 0);
  const keep = formText(form, "keep") as ConflictChoice;
  const done = await decideConflicts(actor, {
    importId: formText(form, "importId"),
    keep,
    ...(record > 0 ? { records: [record] } : {}),
  });
  revalidatePath("/episodes", "layout");
  return { ok: true, message: decidedWords(keep, done) };
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

"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { nameJudgeVersion } from "#lib/operations/judges/name-judge-version.ts";
import { cancelRatingImport } from "#lib/operations/rating-imports/cancel-rating-import.ts";
import { confirmRatingMapping } from "#lib/operations/rating-imports/confirm-rating-mapping.ts";
import { deleteRatingImport } from "#lib/operations/rating-imports/delete-rating-import.ts";
import { excludeRater } from "#lib/operations/rating-imports/exclude-rater.ts";
import { includeRater } from "#lib/operations/rating-imports/include-rater.ts";
import { retryRatingImport } from "#lib/operations/rating-imports/retry-rating-import.ts";
import { saveRatingMapping } from "#lib/operations/rating-imports/save-rating-mapping.ts";
import { defineAction } from "#lib/web/define-action.ts";
import { typedValues } from "#lib/web/form-state.ts";
import { formText } from "#lib/web/form-text.ts";

const importIdOf = (form: FormData) => String(form.get("importId") ?? "");

/** Keeps what the columns of a waiting table mean, and with `intent=import` begins its import. */
export const mapRatingsAction = defineAction(async (actor, form) => {
  const importId = importIdOf(form);
  const mapping = await saveRatingMapping(actor, { importId, fields: typedValues(form) });
  revalidatePath("/ratings", "layout");
  if (form.get("intent") !== "import") return { ok: true, message: "The preview shows what these columns give." };
  const begun = await confirmRatingMapping(actor, { importId, mapping });
  redirect(`/ratings/${begun.importId}${begun.isRepeat ? "?repeat=this+table" : ""}`);
});

/** Stops an import of ratings. */
export const cancelRatingImportAction = defineAction(async (actor, form) => {
  await cancelRatingImport(actor, { importId: importIdOf(form) });
  revalidatePath("/ratings", "layout");
  return { ok: true };
});

/** Lets a stopped import of ratings go on. */
export const retryRatingImportAction = defineAction(async (actor, form) => {
  await retryRatingImport(actor, { importId: importIdOf(form) });
  revalidatePath("/ratings", "layout");
  return { ok: true };
});

/** Takes an import of ratings back with everything that came in with it. */
export const deleteRatingImportAction = defineAction(async (actor, form) => {
  await deleteRatingImport(actor, { importId: importIdOf(form) });
  revalidatePath("/ratings", "layout");
  redirect("/ratings");
});

function importsWords(imports: number): string {
  return imports === 1 ? "one import" : `${imports} imports`;
}

/** Takes a rater out of the headline numbers, with a reason. */
export const excludeRaterAction = defineAction(async (actor, form) => {
  const done = await excludeRater(actor, {
    raterId: String(form.get("raterId") ?? ""),
    reason: String(form.get("reason") ?? ""),
    everywhere: form.has("everywhere"),
  });
  revalidatePath("/ratings", "layout");
  return { ok: true, message: `${done.name} is left out of ${importsWords(done.imports)}.` };
});

/** Says of which version a judge is, or takes that back. */
export const nameJudgeVersionAction = defineAction(async (actor, form) => {
  const done = await nameJudgeVersion(actor, {
    judgeKey: formText(form, "judgeKey"),
    version: formText(form, "version"),
  });
  revalidatePath("/ratings", "layout");
  const message =
    done.version === "" ? `The version of ${done.name} is not known again.` : `${done.name} is now ${done.version}.`;
  return { ok: true, message };
});

/** Counts a rater again. */
export const includeRaterAction = defineAction(async (actor, form) => {
  const done = await includeRater(actor, {
    raterId: String(form.get("raterId") ?? ""),
    everywhere: form.has("everywhere"),
  });
  revalidatePath("/ratings", "layout");
  return { ok: true, message: `${done.name} counts again in ${importsWords(done.imports)}.` };
});

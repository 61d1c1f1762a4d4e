import { saveDraft } from "#lib/operations/annotations/save-draft.ts";
import { secondsUntil } from "../../seconds-until.ts";
import { defineVisitRoute } from "../../visit-route.ts";
import { saveDraftForm } from "./save-draft-form.ts";

/** Saves a draft: as JSON while somebody types, or as a form that also says where to go next. */
export const POST = defineVisitRoute(async (call) => {
  if (call.form) return saveDraftForm(call.actor, call.form, call.paths);
  const saved = await saveDraft(call.actor, call.json as Parameters<typeof saveDraft>[1]);
  return { ...saved, leaseSecondsLeft: secondsUntil(saved.leaseUntil) };
});

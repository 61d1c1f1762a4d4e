import { unstable_rethrow } from "next/navigation";
import type { Actor } from "#lib/domain/access/actor.ts";
import { type AppError, isAppError } from "#lib/domain/shared/errors.ts";
import { inRequestScope } from "#lib/request-scope.ts";
import { getCurrentActor } from "./current-actor.ts";
import { type FormState, typedValues } from "./form-state.ts";
import { defectSentence, reportDefect } from "./report-defect.ts";
import { getRequestId } from "./request-id.ts";

export type { FormState } from "./form-state.ts";

/** What a form's action does: works for an actor, and may answer with a state; a redirect is thrown as Next wants it. */
export type ActionBody = (actor: Actor, formData: FormData) => Promise<FormState | undefined> | Promise<void>;

/**
 * Builds a server action for `useActionState`. An `AppError` becomes the form's sentence and field issues with the
 * typed text kept; anything else is logged and becomes a sentence with the request's number. Redirects pass through.
 */
export function defineAction(body: ActionBody): (state: FormState, formData: FormData) => Promise<FormState> {
  return async (_state, formData) => {
    const requestId = await getRequestId();
    try {
      const actor = await getCurrentActor();
      return await inRequestScope({ requestId }, async () => (await body(actor, formData)) ?? { ok: true });
    } catch (error) {
      unstable_rethrow(error);
      if (isAppError(error)) return refusedState(error, formData);
      reportDefect(error, { requestId, at: "action" });
      return { ok: false, message: defectSentence(requestId), values: typedValues(formData) };
    }
  };
}

/** How a refused form is shown again. A session that ended meanwhile gets a way to keep what was typed. */
function refusedState(error: AppError, formData: FormData): FormState {
  const message =
    error.code === "UNAUTHENTICATED"
      ? "You are signed out. What you typed is still here: sign in in another tab, then send the form again."
      : error.message;
  return { ok: false, message, issues: error.details.issues, values: typedValues(formData) };
}

"use server";
import { redirect } from "next/navigation";
import { ANONYMOUS } from "#lib/domain/access/actor.ts";
import { isAppError } from "#lib/domain/shared/errors.ts";
import { acceptInvitation } from "#lib/operations/invitations/accept-invitation.ts";
import { signIn } from "#lib/operations/sessions/sign-in.ts";
import { defineAction } from "#lib/web/define-action.ts";
import { formText } from "#lib/web/form-text.ts";
import { beginProviderSignIn } from "#lib/web/provider-sign-in.ts";
import { safePath } from "#lib/web/safe-path.ts";
import { browserFacts, setSessionCookie } from "#lib/web/session-cookie.ts";

/** Signs in by e-mail and password and goes on to where the person wanted. */
export const signInAction = defineAction(async (_actor, form) => {
  const credentials = { email: formText(form, "email"), password: formText(form, "password") };
  const { sessionId } = await signIn(ANONYMOUS, { ...credentials, ...(await browserFacts()) });
  await setSessionCookie(sessionId);
  redirect(safePath(formText(form, "next")));
});

/** Makes an account out of an invitation or the setup link and signs its owner in. */
export const joinAction = defineAction(async (_actor, form) => {
  const { userAgent } = await browserFacts();
  const { sessionId } = await acceptInvitation(ANONYMOUS, {
    token: formText(form, "token"),
    email: formText(form, "email"),
    name: formText(form, "name"),
    password: formText(form, "password"),
    userAgent,
  });
  await setSessionCookie(sessionId);
  redirect("/");
});

/** Goes to a provider's sign-in page. */
export async function providerSignInAction(form: FormData): Promise<void> {
  const next = safePath(formText(form, "next"));
  let target: string;
  try {
    target = await beginProviderSignIn(formText(form, "provider"), next);
  } catch (error) {
    if (!isAppError(error)) throw error;
    target = "/sign-in?error=provider";
  }
  redirect(target);
}

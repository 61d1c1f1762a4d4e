"use server";
import { revalidatePath } from "next/cache";
import { createApiToken } from "#lib/operations/api-tokens/create-api-token.ts";
import { revokeApiToken } from "#lib/operations/api-tokens/revoke-api-token.ts";
import { endOwnSession } from "#lib/operations/sessions/end-own-session.ts";
import { changeOwnPassword } from "#lib/operations/users/change-own-password.ts";
import { renameSelf } from "#lib/operations/users/rename-self.ts";
import { defineAction } from "#lib/web/define-action.ts";
import { formText } from "#lib/web/form-text.ts";

/** Changes the person's own name. */
export const renameAction = defineAction(async (actor, form) => {
  await renameSelf(actor, { name: formText(form, "name") });
  revalidatePath("/", "layout");
});

/** Changes the person's own password and says how many other browsers were signed out by it. */
export const changePasswordAction = defineAction(async (actor, form) => {
  const passwords = { currentPassword: formText(form, "currentPassword"), newPassword: formText(form, "newPassword") };
  const { endedSessions } = await changeOwnPassword(actor, passwords);
  revalidatePath("/account");
  if (endedSessions === 0) return;
  const others = endedSessions === 1 ? "one other browser was" : `${endedSessions} other browsers were`;
  return { ok: true, message: `Your password is changed, and ${others} signed out.` };
});

/** Ends one of the person's own sessions. */
export const endSessionAction = defineAction(async (actor, form) => {
  await endOwnSession(actor, { sessionId: formText(form, "sessionId") });
  revalidatePath("/account");
});

/** Makes an API token and answers it, this once. */
export const createTokenAction = defineAction(async (actor, form) => {
  const { token } = await createApiToken(actor, { name: formText(form, "name") });
  revalidatePath("/account");
  return { ok: true, values: { token } };
});

/** Revokes one of the person's own API tokens. */
export const revokeTokenAction = defineAction(async (actor, form) => {
  await revokeApiToken(actor, { tokenId: formText(form, "tokenId") });
  revalidatePath("/account");
});

"use server";
import { revalidatePath } from "next/cache";
import type { Role } from "#lib/domain/access/roles.ts";
import { AppError } from "#lib/domain/shared/errors.ts";
import { createInvitation } from "#lib/operations/invitations/create-invitation.ts";
import { revokeInvitation } from "#lib/operations/invitations/revoke-invitation.ts";
import { endUserSessions } from "#lib/operations/sessions/end-user-sessions.ts";
import { changeRole } from "#lib/operations/users/change-role.ts";
import { setUserDisabled } from "#lib/operations/users/set-user-disabled.ts";
import { addressOf } from "#lib/web/address-of.ts";
import { defineAction } from "#lib/web/define-action.ts";
import { formText } from "#lib/web/form-text.ts";

/** Invites a person and answers the link, this once. */
export const inviteAction = defineAction(async (actor, form) => {
  const email = formText(form, "email");
  const { token } = await createInvitation(actor, { email, role: formText(form, "role") as Role });
  revalidatePath("/admin/people");
  return { ok: true, values: { email, link: addressOf(`/invite/${token}`) } };
});

/** Revokes an invitation. */
export const revokeInvitationAction = defineAction(async (actor, form) => {
  await revokeInvitation(actor, { invitationId: formText(form, "invitationId") });
  revalidatePath("/admin/people");
});

/** Does what the pressed button of a person's row says. */
export const managePersonAction = defineAction(async (actor, form) => {
  const userId = formText(form, "userId");
  const step = formText(form, "step");
  revalidatePath("/admin/people");
  if (step === "role") {
    await changeRole(actor, { userId, role: formText(form, "role") as Role });
    return { ok: true, message: "The role is changed." };
  }
  if (step === "end-sessions") {
    const { ended } = await endUserSessions(actor, { userId });
    return { ok: true, message: ended === 1 ? "One session has ended." : `${ended} sessions have ended.` };
  }
  if (step === "disable" || step === "enable") {
    await setUserDisabled(actor, { userId, isDisabled: step === "disable" });
    return { ok: true, message: step === "disable" ? "The account is disabled." : "The account is enabled." };
  }
  throw new AppError("INVALID", "The form said nothing that can be done. Reload the page and try again.");
});

import { systemActor } from "#lib/domain/access/actor.ts";
import { appUrl } from "#lib/env.ts";
import { createSetupInvitation } from "#lib/operations/invitations/create-setup-invitation.ts";

/**
 * Where nobody has an account yet: a link, valid once and for a day, on which the first administrator signs up.
 * Only its hash is kept, so every start makes a new link and the one before stops working. Null once there is an account.
 */
export async function makeFirstAdminLink(): Promise<string | null> {
  const invitation = await createSetupInvitation(systemActor("start"), {});
  return invitation && `${appUrl()}/setup/${invitation.token}`;
}

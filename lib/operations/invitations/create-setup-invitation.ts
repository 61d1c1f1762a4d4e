import { z } from "zod";
import { hashSecretToken, newSecretToken } from "#lib/auth/secret-token.ts";
import { getDb } from "#lib/store/db.ts";
import { createInvitation, revokeSetupInvitations } from "#lib/store/invitations.ts";
import { hasUsers } from "#lib/store/users.ts";
import { defineOperation } from "../define-operation.ts";

/** How long the setup link stays good, in hours; the next start makes a new one anyway. */
const SETUP_HOURS = 24;

/**
 * Makes the one-time link for the first admin account, while nobody has an account; null once somebody has. An older
 * setup link stops working. The start command prints `/setup/<token>`.
 */
export const createSetupInvitation = defineOperation({
  name: "invitations/create-setup-invitation",
  permission: "system.operate",
  input: z.object({}),
  deps: { now: () => new Date(), newToken: newSecretToken },
  run: async (_actor, _input, { now, newToken }) =>
    getDb().$transaction(async (tx) => {
      if (await hasUsers(tx)) return null;
      await revokeSetupInvitations(tx, now());
      const token = newToken();
      const expiresAt = new Date(now().getTime() + SETUP_HOURS * 60 * 60 * 1000);
      const tokenHash = hashSecretToken(token);
      await createInvitation(tx, { tokenHash, email: null, role: "admin", invitedId: null, expiresAt });
      return { token, expiresAt };
    }),
});

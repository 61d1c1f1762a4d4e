import { z } from "zod";
import { hashSecretToken } from "#lib/auth/secret-token.ts";
import { AppError } from "#lib/domain/shared/errors.ts";
import { findLiveInvitation } from "#lib/store/invitations.ts";
import { hasUsers } from "#lib/store/users.ts";
import { defineOperation } from "../define-operation.ts";

/** What the page behind an invitation link shows. Throws `EXPIRED` when the link can no longer be used. */
export const getInvitation = defineOperation({
  name: "invitations/get-invitation",
  permission: "entry",
  input: z.object({ token: z.string().max(200) }),
  deps: { now: () => new Date() },
  run: async (_actor, { token }, { now }) => {
    const invitation = await findLiveInvitation(hashSecretToken(token), now());
    if (!invitation || (invitation.isSetup && (await hasUsers()))) {
      throw new AppError(
        "EXPIRED",
        "This link has been used or is no longer valid. Ask an administrator for a new one.",
      );
    }
    const { email, role, invitedBy, isSetup, expiresAt } = invitation;
    return { email, role, invitedBy, isSetup, expiresAt };
  },
});

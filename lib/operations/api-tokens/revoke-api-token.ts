import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import { revokeApiToken as revoke } from "#lib/store/api-tokens.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { getDb } from "#lib/store/db.ts";
import { defineOperation } from "../define-operation.ts";
import { requireUserActor } from "../require-user-actor.ts";

/** Makes one of the asking person's API tokens useless at once. Throws `NOT_FOUND`, also for another person's token. */
export const revokeApiToken = defineOperation({
  name: "api-tokens/revoke-api-token",
  permission: "account.own",
  input: z.object({ tokenId: z.string().min(1).max(100) }),
  deps: { now: () => new Date() },
  run: async (actor, { tokenId }, { now }) => {
    const { userId } = requireUserActor(actor);
    await getDb().$transaction(async (tx) => {
      const name = await revoke(tx, tokenId, userId, now());
      if (name === null) throw new AppError("NOT_FOUND", "This token has already been revoked.");
      const subject = { subjectKind: "api-token", subjectId: tokenId };
      await recordAudit(tx, { actor, action: "api-tokens.revoke", ...subject, before: { name } });
    });
  },
});

import { z } from "zod";
import { API_TOKEN_PREFIX, hashSecretToken, newSecretToken } from "#lib/auth/secret-token.ts";
import { createApiToken as keepToken } from "#lib/store/api-tokens.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { getDb } from "#lib/store/db.ts";
import { defineOperation } from "../define-operation.ts";
import { requireUserActor } from "../require-user-actor.ts";

const input = z.object({
  name: z.string().trim().min(1, "Say what the token is for.").max(100, "Use at most 100 characters."),
});

/** Makes a token with which programs act as the asking person. It is in the answer and nowhere else. */
export const createApiToken = defineOperation({
  name: "api-tokens/create-api-token",
  permission: "account.own",
  input,
  deps: { newToken: () => API_TOKEN_PREFIX + newSecretToken() },
  run: async (actor, { name }, { newToken }) => {
    const { userId } = requireUserActor(actor);
    const token = newToken();
    return getDb().$transaction(async (tx) => {
      const row = await keepToken(tx, { userId, name, tokenHash: hashSecretToken(token) });
      const subject = { subjectKind: "api-token", subjectId: row.id };
      await recordAudit(tx, { actor, action: "api-tokens.create", ...subject, after: { name } });
      return { ...row, token };
    });
  },
});

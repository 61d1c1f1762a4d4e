import { createHash, randomBytes, randomUUID } from "node:crypto";
import { appUrl } from "#lib/env.ts";
import { getPool } from "#lib/store/db.ts";

const VALID_HOURS = 24;
/** Marks the invitation of a first start, so that a later start replaces it instead of leaving two open. */
const FIRST_ADMIN = "first-admin";

/**
 * Where nobody has an account yet: a link, valid once and for a day, on which the first administrator signs up.
 * Only its hash is kept, so every start makes a new link and the one before stops working. Null once there is an account.
 */
export async function makeFirstAdminLink(): Promise<string | null> {
  const pool = getPool();
  const users = await pool.query(`SELECT 1 FROM "users" LIMIT 1`);
  if (users.rows.length > 0) return null;
  const token = randomBytes(32).toString("base64url");
  const hash = createHash("sha256").update(token).digest("hex");
  await pool.query(`DELETE FROM "invitations" WHERE "id" LIKE $1 AND "used_at" IS NULL`, [`${FIRST_ADMIN}-%`]);
  await pool.query(
    `INSERT INTO "invitations" ("id", "token_hash", "role", "expires_at") VALUES ($1, $2, 'admin', $3)`,
    [`${FIRST_ADMIN}-${randomUUID()}`, hash, new Date(Date.now() + VALID_HOURS * 3_600_000)],
  );
  return `${appUrl()}/setup/${token}`;
}

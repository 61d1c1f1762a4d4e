import { createHash } from "node:crypto";
import { z } from "zod";
import { verifyPassword } from "#lib/auth/password.ts";
import { AppError } from "#lib/domain/shared/errors.ts";
import { getDb } from "#lib/store/db.ts";
import { deleteExpiredPoints, type RateLimit, resetPoints, takePoint } from "#lib/store/rate-limits.ts";
import { findCredentials } from "#lib/store/users.ts";
import { defineOperation } from "../define-operation.ts";
import { startSession } from "./start-session.ts";

/** Tries at one account, from anywhere. */
const PER_ACCOUNT: RateLimit = { name: "sign-in-account", points: 10, seconds: 15 * 60 };
/** Tries from one network address, at any account; generous, since a whole lab may share one. */
const PER_ADDRESS: RateLimit = { name: "sign-in-address", points: 40, seconds: 15 * 60 };

const input = z.object({
  email: z.string().trim().toLowerCase().min(1, "Enter your e-mail address.").max(254),
  password: z.string().min(1, "Enter your password.").max(1000),
  /** Network address of the browser. */
  address: z.string().max(100).default(""),
  userAgent: z.string().default(""),
});

/**
 * Signs a person in by e-mail and password and opens a session. The failure sentence and its time are the same for an
 * unknown address, a wrong password and a disabled account. Throws `INVALID`, or `RATE_LIMITED` after too many tries.
 */
export const signIn = defineOperation({
  name: "sessions/sign-in",
  permission: "entry",
  input,
  deps: { now: () => new Date(), verify: verifyPassword },
  run: async (_actor, { email, password, address, userAgent }, { now, verify }) => {
    await requirePoints(email, address);
    const user = await findCredentials({ email });
    // Also for an unknown address, where a stand-in is checked: the time must not tell who has an account.
    const isRight = await verify(password, user?.passwordHash ?? null);
    if (!user || !isRight || user.disabledAt) {
      throw new AppError("INVALID", "The e-mail address or the password is not right. Check both and try again.");
    }
    await resetPoints(PER_ACCOUNT, accountKey(email));
    await deleteExpiredPoints(now());
    return getDb().$transaction(async (tx) => {
      return { userId: user.id, sessionId: await startSession(tx, user, { means: "password", userAgent, now: now() }) };
    });
  },
});

/** The address is hashed, since people type passwords into the wrong field. */
function accountKey(email: string): string {
  return createHash("sha256").update(email).digest("hex").slice(0, 32);
}

async function requirePoints(email: string, address: string): Promise<void> {
  const waits = [await takePoint(PER_ADDRESS, address || "unknown"), await takePoint(PER_ACCOUNT, accountKey(email))];
  const seconds = Math.max(...waits);
  if (seconds === 0) return;
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  throw new AppError(
    "RATE_LIMITED",
    `There were too many tries to sign in. Your account is safe. Try again in ${minutes} ${minutes === 1 ? "minute" : "minutes"}.`,
    { retryAfterSeconds: seconds },
  );
}

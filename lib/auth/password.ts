import { hash, verify } from "@node-rs/argon2";
import { newSecretToken } from "./secret-token.ts";

/** argon2id with 19 MiB, two passes, one lane: OWASP's first recommendation. (2 is the library's number for argon2id.) */
const PARAMETERS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes a password for the database; the answer names its own parameters and salt. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, PARAMETERS);
}

let nobody: Promise<string> | undefined;

/**
 * Whether the password belongs to the hash. A null hash (no such account, or one without a password) costs the same
 * time and is always false, so that the answer's speed does not tell which accounts exist.
 */
export async function verifyPassword(password: string, passwordHash: string | null): Promise<boolean> {
  nobody ??= hashPassword(newSecretToken());
  const standIn = await nobody;
  const isMatch = await verify(passwordHash ?? standIn, password);
  return passwordHash !== null && isMatch;
}

import { createHash, randomBytes } from "node:crypto";

/** An unguessable token of 256 random bits that fits into an address. */
export function newSecretToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What the database keeps instead of a token: its SHA-256 in hex. Enough, since the token itself is random. */
export function hashSecretToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** What every API token begins with, so that one found in a file can be recognised. */
export const API_TOKEN_PREFIX = "studio_";

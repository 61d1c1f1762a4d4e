import { createHash } from "node:crypto";

/** SHA-256 of a text in hexadecimal: the hash that the domain takes as an argument. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

import { z } from "zod";

/** Shortest password, in characters. Length is the only rule: composition rules make passwords worse. */
export const PASSWORD_MIN = 12;
/** Longest password, in characters; enough for any phrase, and a bound on the work of hashing it. */
export const PASSWORD_MAX = 256;

/** A new password. */
export const newPasswordSchema = z
  .string()
  .min(PASSWORD_MIN, `Use at least ${PASSWORD_MIN} characters. A few words in a row are easy to remember.`)
  .max(PASSWORD_MAX, `Use at most ${PASSWORD_MAX} characters.`);

/** An e-mail address as accounts keep it: trimmed and in lower case. */
export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, "This e-mail address is too long.")
  .pipe(z.email("Enter an e-mail address such as name@example.org."));

/** The name under which a person appears to colleagues. */
export const personNameSchema = z.string().trim().min(1, "Enter a name.").max(100, "Use at most 100 characters.");

import { z } from "zod";

/** The three roles of people with an account. An analyst reads and exports but changes nothing and never sees panel identities. */
export const ROLES = ["admin", "researcher", "analyst"] as const;
/** Reads a role; anything else is refused. */
export const roleSchema = z.enum(ROLES);
/** One of {@link ROLES}. */
export type Role = z.infer<typeof roleSchema>;

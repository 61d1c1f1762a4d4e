import { z } from "zod";

/** The three roles of people with an account. An analyst reads and exports but changes nothing and never sees panel identities. */
export const ROLES = ["admin", "researcher", "analyst"] as const;
export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;

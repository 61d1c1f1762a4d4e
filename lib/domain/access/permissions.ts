import type { Actor } from "./actor.ts";
import type { Role } from "./roles.ts";

/**
 * Everything that is allowed or refused, by name. An operation names exactly one; the table below says who has it.
 * `visit.*` belongs to annotators inside their own study; `entry` is open to anybody who holds an unguessable link.
 */
const GRANTS = {
  entry: ["anonymous", "annotator", "admin", "researcher", "analyst"],
  "visit.work": ["annotator"],
  "episodes.read": ["admin", "researcher", "analyst"],
  "episodes.import": ["admin", "researcher"],
  "episodes.resolve": ["admin", "researcher"],
  "ratings.read": ["admin", "researcher", "analyst"],
  "ratings.import": ["admin", "researcher"],
  "ratings.exclude": ["admin", "researcher"],
  "studies.read": ["admin", "researcher", "analyst"],
  "studies.write": ["admin", "researcher"],
  "studies.launch": ["admin", "researcher"],
  "annotations.read": ["admin", "researcher", "analyst"],
  "annotations.exclude": ["admin", "researcher"],
  "annotations.withdraw": ["admin"],
  "annotations.export": ["admin", "researcher", "analyst"],
  "analyses.read": ["admin", "researcher", "analyst"],
  "analyses.write": ["admin", "researcher"],
  "panel-identities.export": ["admin"],
  "users.manage": ["admin"],
  "audit.read": ["admin"],
  "system.operate": ["admin"],
  "demo.remove": ["admin", "researcher"],
  "account.own": ["admin", "researcher", "analyst"],
} as const satisfies Record<string, readonly (Role | "anonymous" | "annotator")[]>;

/** The name of one permission. */
export type Permission = keyof typeof GRANTS;

/** Every permission, for the tests that walk the whole table. */
export const PERMISSIONS = Object.keys(GRANTS) as Permission[];

/** Whether this actor has this permission. The system may do everything except work as an annotator. */
export function can(actor: Actor, permission: Permission): boolean {
  const granted: readonly string[] = GRANTS[permission];
  if (actor.kind === "system") return permission !== "visit.work";
  if (actor.kind === "user") return granted.includes(actor.role);
  return granted.includes(actor.kind);
}

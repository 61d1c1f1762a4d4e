import { forbidden } from "next/navigation";
import type { Actor } from "#lib/domain/access/actor.ts";
import { can, type Permission } from "#lib/domain/access/permissions.ts";

/** Shows the page for what a role does not reach, before a form is offered that would be refused anyway. */
export function requirePermission(actor: Actor, permission: Permission): void {
  if (!can(actor, permission)) forbidden();
}

import type { Role } from "#lib/domain/access/roles.ts";

/** The roles in the order of a choice, as people read them. */
export const ROLE_CHOICES: { role: Role; label: string; may: string }[] = [
  { role: "analyst", label: "Analyst", may: "reads and downloads, changes nothing, never sees panel ids" },
  { role: "researcher", label: "Researcher", may: "imports episodes, runs studies, downloads ratings" },
  { role: "admin", label: "Administrator", may: "everything, people and panel ids included" },
];

/** A role as people read it. */
export function roleLabel(role: Role): string {
  return ROLE_CHOICES.find((choice) => choice.role === role)?.label ?? role;
}

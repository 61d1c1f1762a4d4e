import type { ReactNode } from "react";
import { KeyboardHelp } from "#components/layout/keyboard-help.tsx";
import { MAIN_PAGES, type NavEntry } from "#components/layout/main-pages.ts";
import type { FixedEntry } from "#components/layout/palette/entries.ts";
import { PaletteButton } from "#components/layout/palette/palette-button.tsx";
import { Shell } from "#components/layout/shell.tsx";
import { ThemeSwitch } from "#components/layout/theme-switch.tsx";
import type { Actor } from "#lib/domain/access/actor.ts";
import { can } from "#lib/domain/access/permissions.ts";
import type { Role } from "#lib/domain/access/roles.ts";
import type { UserActor } from "#lib/web/current-actor.ts";
import { signOutAction } from "./sign-out-action.ts";

const ROLE_WORDS: Record<Role, string> = { admin: "administrator", researcher: "researcher", analyst: "analyst" };

const SHORTCUTS = [
  { keys: "Ctrl K", does: "Go to a page, study or episode by its name (⌘ K on a Mac)" },
  { keys: "/", does: "Search, on a page with a list" },
  { keys: "?", does: "Show this list" },
];

/** What the palette offers to this person beside what it finds by name. */
function paletteEntries(actor: Actor): FixedEntry[] {
  const page = ({ href, label }: NavEntry): FixedEntry => ({ href, label, kind: "page" });
  const action = (href: string, label: string): FixedEntry => ({ href, label, kind: "action" });
  return [
    page({ href: "/", label: "Home" }),
    ...MAIN_PAGES.map(page),
    page({ href: "/episodes/import", label: "Imports" }),
    ...(can(actor, "users.manage") ? [page({ href: "/admin/people", label: "People and roles" })] : []),
    ...(can(actor, "audit.read") ? [page({ href: "/admin/audit", label: "Audit log" })] : []),
    page({ href: "/account", label: "Your account" }),
    ...(can(actor, "studies.write") ? [action("/studies/new", "New study")] : []),
    ...(can(actor, "episodes.import") ? [action("/episodes/import", "Import episodes")] : []),
  ];
}

/** The frame around the pages of somebody with an account: navigation, tools, the person's menu. */
export function StudioFrame({ actor, children }: { actor: UserActor; children: ReactNode }) {
  const user = { name: actor.name, role: ROLE_WORDS[actor.role], isAdmin: actor.role === "admin" };
  const tools = (
    <>
      <PaletteButton entries={paletteEntries(actor)} />
      <KeyboardHelp shortcuts={SHORTCUTS} />
      <ThemeSwitch />
    </>
  );
  return (
    <Shell user={user} signOut={signOutAction} tools={tools}>
      {children}
    </Shell>
  );
}

import type { ReactNode } from "react";
import { KeyboardHelp } from "#components/layout/keyboard-help.tsx";
import { Shell } from "#components/layout/shell.tsx";
import { ThemeSwitch } from "#components/layout/theme-switch.tsx";
import type { Role } from "#lib/domain/access/roles.ts";
import { requireUser } from "#lib/web/current-actor.ts";
import { signOutAction } from "./sign-out-action.ts";

const ROLE_WORDS: Record<Role, string> = { admin: "administrator", researcher: "researcher", analyst: "analyst" };

const SHORTCUTS = [{ keys: "?", does: "Show this list" }];

/** The frame around every page for people with an account; anybody else is sent to sign in. */
export async function StudioLayout({ children }: { children: ReactNode }) {
  const actor = await requireUser();
  const user = { name: actor.name, role: ROLE_WORDS[actor.role], isAdmin: actor.role === "admin" };
  const tools = (
    <>
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

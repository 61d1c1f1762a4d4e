import type { ReactNode } from "react";
import { KeyboardHelp, type Shortcut } from "#components/layout/keyboard-help.tsx";
import { Shell } from "#components/layout/shell.tsx";
import { ThemeSwitch } from "#components/layout/theme-switch.tsx";
import { requireUser } from "#lib/web/current-actor.ts";
import { signOutAction } from "./sign-out-action.ts";

const SHORTCUTS: Shortcut[] = [
  { keys: "?", does: "Show this list" },
  { keys: "/", does: "Go to the search field, where the page has one" },
  { keys: "Tab", does: "Go to the next link or control; the first Tab offers to skip the navigation" },
  { keys: "Esc", does: "Close what is open" },
];

/** The frame of every page for people with an account; others are sent to the sign-in page first. */
export async function StudioLayout({ children }: { children: ReactNode }) {
  const actor = await requireUser();
  return (
    <Shell
      user={{ name: actor.name, role: actor.role, isAdmin: actor.role === "admin" }}
      signOut={signOutAction}
      tools={
        <>
          <ThemeSwitch />
          <KeyboardHelp shortcuts={SHORTCUTS} />
        </>
      }
    >
      {children}
    </Shell>
  );
}

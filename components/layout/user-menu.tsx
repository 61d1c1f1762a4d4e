"use client";
import { type FocusEvent, type KeyboardEvent, useRef } from "react";
import { Link } from "#components/ui/link.tsx";

/** What the menu tells of the person: name and role in words. */
export type MenuUser = { name: string; role: string };

/**
 * The person's menu. It opens without scripts; with them it closes when its link is followed, when the focus goes
 * elsewhere, and by Escape: the frame that it belongs to stays from page to page.
 */
export function UserMenu({ user, signOut }: { user: MenuUser; signOut: (form: FormData) => Promise<void> }) {
  const menu = useRef<HTMLDetailsElement>(null);
  const close = () => {
    if (menu.current) menu.current.open = false;
  };
  const onBlur = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !menu.current?.open) return;
    close();
    menu.current.querySelector("summary")?.focus();
  };
  return (
    <details ref={menu} className="group relative" onBlur={onBlur} onKeyDown={onKeyDown}>
      <summary className="flex h-9 list-none items-center gap-1.5 rounded-control px-2 text-sm hover:bg-sunken [&::-webkit-details-marker]:hidden">
        <span
          aria-hidden="true"
          className="flex size-6 items-center justify-center rounded-full bg-accent-soft font-medium text-accent text-xs sm:hidden"
        >
          {[...user.name.trim()][0]?.toUpperCase()}
        </span>
        <span className="block max-w-32 truncate max-sm:sr-only">{user.name}</span>
        <span aria-hidden="true" className="text-ink-3">
          ▾
        </span>
      </summary>
      <div
        // Pressing between the entries keeps the focus in the menu.
        tabIndex={-1}
        className="absolute right-0 z-30 mt-1 w-56 rounded-surface border border-line bg-surface p-2 shadow-lg outline-none"
      >
        <p className="px-2 py-1 text-xs text-ink-2">Signed in as {user.role}</p>
        <Link href="/account" onClick={close} className="block rounded-control px-2 py-1.5 text-sm hover:bg-sunken">
          Your account
        </Link>
        <form action={signOut}>
          <button type="submit" className="block w-full rounded-control px-2 py-1.5 text-left text-sm hover:bg-sunken">
            Sign out
          </button>
        </form>
      </div>
    </details>
  );
}

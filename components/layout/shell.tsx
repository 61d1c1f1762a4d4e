import Link from "next/link";
import type { ReactNode } from "react";
import { SkipLink } from "#components/ui/skip-link.tsx";
import { MainPageInSight, NavLink } from "./nav-link.tsx";

/** One entry of the main navigation. */
export type NavEntry = { href: string; label: string };

/** What the shell shows of the person: name, role in words, and where to go. Null for nobody signed in. */
export type ShellUser = { name: string; role: string; isAdmin: boolean } | null;

/** The pages of the main navigation, in its order. */
export const MAIN_PAGES: readonly NavEntry[] = [
  { href: "/episodes", label: "Episodes" },
  { href: "/scenarios", label: "Scenarios" },
  { href: "/studies", label: "Studies" },
  { href: "/ratings", label: "Ratings" },
  { href: "/analysis", label: "Analysis" },
];

/**
 * The frame of every researcher's page: skip link, name of the product, navigation, the person's menu, one column edge
 * from which all content hangs. `signOut` is the form action of the sign-out button; `notice` a line above the page.
 */
export function Shell({
  user,
  signOut,
  notice,
  tools,
  children,
}: {
  user: ShellUser;
  signOut?: (form: FormData) => Promise<void>;
  notice?: ReactNode;
  tools?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="sticky top-0 z-20 border-line border-b bg-surface print:hidden">
        <div className="mx-auto flex min-h-14 w-full max-w-[1240px] flex-wrap items-center gap-x-3 px-4 sm:gap-x-6 sm:px-6">
          <Link href="/" className="py-3 font-semibold tracking-tight">
            Sotopia Studio
          </Link>
          {user ? (
            <nav
              aria-label="Main"
              className="order-last -mx-2 flex w-full overflow-x-auto sm:order-none sm:mx-0 sm:w-auto"
            >
              <MainPageInSight />
              {MAIN_PAGES.map((entry) => (
                <NavLink key={entry.href} {...entry} />
              ))}
              {user.isAdmin ? <NavLink href="/admin/people" match="/admin" label="Settings" /> : null}
            </nav>
          ) : null}
          <div className="ml-auto flex items-center gap-0.5 sm:gap-2">
            {tools}
            {user ? <UserMenu user={user} signOut={signOut} /> : null}
          </div>
        </div>
      </header>
      {notice}
      <main
        id="content"
        tabIndex={-1}
        className="relative mx-auto w-full max-w-[1240px] flex-1 px-4 pt-8 pb-20 outline-none sm:px-6"
      >
        {children}
      </main>
    </div>
  );
}

function UserMenu({
  user,
  signOut,
}: {
  user: NonNullable<ShellUser>;
  signOut?: ((form: FormData) => Promise<void>) | undefined;
}) {
  return (
    <details className="group relative">
      <summary className="flex h-9 list-none items-center gap-1.5 rounded-control px-2 text-sm hover:bg-sunken [&::-webkit-details-marker]:hidden">
        <span
          aria-hidden="true"
          className="flex size-6 items-center justify-center rounded-full bg-accent-soft font-medium text-accent text-xs sm:hidden"
        >
          {[...user.name.trim()][0]?.toUpperCase()}
        </span>
        <span className="sr-only max-w-32 truncate sm:not-sr-only">{user.name}</span>
        <span aria-hidden="true" className="text-ink-3">
          ▾
        </span>
      </summary>
      <div className="absolute right-0 z-30 mt-1 w-56 rounded-surface border border-line bg-surface p-2 shadow-lg">
        <p className="px-2 py-1 text-xs text-ink-2">Signed in as {user.role}</p>
        <Link href="/account" className="block rounded-control px-2 py-1.5 text-sm hover:bg-sunken">
          Your account
        </Link>
        {signOut ? (
          <form action={signOut}>
            <button
              type="submit"
              className="block w-full rounded-control px-2 py-1.5 text-left text-sm hover:bg-sunken"
            >
              Sign out
            </button>
          </form>
        ) : null}
      </div>
    </details>
  );
}

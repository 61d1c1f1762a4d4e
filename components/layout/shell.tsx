import type { ReactNode } from "react";
import { Link } from "#components/ui/link.tsx";
import { SkipLink } from "#components/ui/skip-link.tsx";
import { MAIN_PAGES } from "./main-pages.ts";
import { MainPageInSight, NavLink } from "./nav-link.tsx";
import { type MenuUser, UserMenu } from "./user-menu.tsx";

/** What the shell shows of the person: name, role in words, and whether the settings are for them. */
export type ShellUser = MenuUser & { isAdmin: boolean };

/**
 * The frame of every researcher's page: skip link, name of the product, navigation, the person's menu, one column edge
 * from which all content hangs. `signOut` is the form action of the sign-out button.
 */
export function Shell({
  user,
  signOut,
  tools,
  children,
}: {
  user: ShellUser;
  signOut: (form: FormData) => Promise<void>;
  tools: ReactNode;
  children: ReactNode;
}) {
  return (
    <div data-frame className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="sticky top-0 z-20 border-line border-b bg-surface print:hidden">
        <div className="mx-auto flex min-h-14 w-full max-w-[1240px] flex-wrap items-center gap-x-3 px-4 sm:gap-x-6 sm:px-6">
          <Link href="/" className="py-3 font-semibold tracking-tight">
            Sotopia Studio
          </Link>
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
          <div className="ml-auto flex items-center gap-0.5 sm:gap-2">
            {tools}
            <UserMenu user={user} signOut={signOut} />
          </div>
        </div>
      </header>
      <main
        id="content"
        tabIndex={-1}
        className="relative mx-auto w-full max-w-[1240px] flex-1 px-4 pt-8 pb-20 outline-none sm:px-6 print:p-0"
      >
        {children}
      </main>
    </div>
  );
}

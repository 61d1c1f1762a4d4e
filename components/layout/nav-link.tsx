"use client";
import { usePathname } from "next/navigation";
import { classNames } from "#components/ui/class-names.ts";
import { CurrentInSight } from "#components/ui/current-in-sight.tsx";
import { Link } from "#components/ui/link.tsx";
import { PendingPage } from "./pending-page.tsx";

/** Brings the current page of the main navigation into sight where the navigation is wider than the screen. */
export function MainPageInSight() {
  return <CurrentInSight current={usePathname().split("/")[1] ?? ""} />;
}

/** A link of the main navigation that knows whether the page lies under it. `match` is the prefix when it is not `href`. */
export function NavLink({ href, label, match = href }: { href: string; label: string; match?: string }) {
  const path = usePathname();
  const isCurrent = path === match || path.startsWith(`${match}/`);
  return (
    <Link
      href={href}
      aria-current={isCurrent ? "page" : undefined}
      className={classNames(
        "border-b-2 px-2 py-3 text-sm whitespace-nowrap sm:py-4 focus-visible:-outline-offset-4",
        isCurrent ? "border-accent font-semibold" : "border-transparent text-ink-2 hover:text-ink",
      )}
    >
      <span className="steady-width" data-words={label}>
        {label}
      </span>
      <PendingPage />
    </Link>
  );
}

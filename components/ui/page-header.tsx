import type { ReactNode } from "react";
import { Link } from "./link.tsx";

/** The head of a page: where it hangs, its title, one line of facts, at most two actions. */
export function PageHeader({
  title,
  facts,
  actions,
  parent,
}: {
  title: ReactNode;
  facts?: ReactNode;
  actions?: ReactNode;
  parent?: { href: string; label: string };
}) {
  return (
    <header className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        {parent ? (
          <Link href={parent.href} className="text-sm text-ink-2 hover:text-ink hover:underline print:hidden">
            ‹ {parent.label}
          </Link>
        ) : null}
        {/* Marks that combine are never broken: a flood of them is cut off before it widens the page. */}
        <h1 className="overflow-x-clip text-2xl [overflow-wrap:anywhere]">{title}</h1>
        {facts ? <div className="mt-1.5 text-sm text-ink-2">{facts}</div> : null}
      </div>
      {actions ? <div className="flex flex-wrap gap-2 print:hidden">{actions}</div> : null}
    </header>
  );
}

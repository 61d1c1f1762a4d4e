import { classNames } from "./class-names.ts";
import { CurrentInSight } from "./current-in-sight.tsx";
import { Link } from "./link.tsx";

/**
 * Links between the pages of one thing, the current one marked; scrolls sideways in itself on a narrow screen.
 */
export function TabsNav({
  label,
  tabs,
  current,
}: {
  label: string;
  tabs: { href: string; label: string; count?: string }[];
  current: string;
}) {
  return (
    <nav aria-label={label} className="relative mb-6 overflow-x-auto border-line border-b print:hidden">
      <CurrentInSight current={tabs.find(({ href }) => href === current)?.label ?? ""} />
      <ul className="flex *:shrink-0">
        {tabs.map((tab) => {
          const isCurrent = tab.href === current;
          return (
            <li key={tab.label}>
              <Link
                href={tab.href}
                aria-current={isCurrent ? "page" : undefined}
                className={classNames(
                  "block border-b-2 px-3 py-2 text-sm whitespace-nowrap focus-visible:-outline-offset-2",
                  isCurrent ? "border-accent font-semibold text-ink" : "border-transparent text-ink-2 hover:text-ink",
                )}
              >
                <span className="steady-width" data-words={tab.label}>
                  {tab.label}
                </span>
                {tab.count ? <span className="ml-1.5 text-xs font-normal text-ink-3">{tab.count}</span> : null}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

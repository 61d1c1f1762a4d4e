import type { ReactNode } from "react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { formatInteger } from "#components/ui/format.ts";
import { Pager } from "#components/ui/pager.tsx";
import { TabsNav } from "#components/ui/tabs-nav.tsx";

type Props = {
  /** The page of the import; part and place stand behind it in the address. */
  here: string;
  /** Where the whole report is downloaded. */
  csvHref: string;
  /** The part that is shown, one of the keys of `tabs`. */
  outcome: string;
  tabs: readonly { key: string; label: string; count: number | null }[];
  /** The import still runs, so that what is drawn here falls behind the numbers above. */
  isGoingOn: boolean;
  /** The last record of the page before, and of this one where another follows. */
  after: number;
  next: number | null;
  /** Said where no line is there. */
  empty: { title: string; text: string };
  /** The lines; null where there are none. */
  children: ReactNode;
};

const NOT_YET = {
  title: "The report comes when the import has ended",
  text: "Reload this page to see it as far as it is.",
};

/** The report of an import: its parts as tabs, one page of its lines, and the whole of it as a file. */
export function ReportSection({ here, csvHref, outcome, tabs, isGoingOn, after, next, empty, children }: Props) {
  const nothing = isGoingOn ? NOT_YET : empty;
  const part = `${here}?outcome=${outcome}`;
  return (
    <section aria-labelledby="report" className="mt-10">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-3">
        <h2 id="report" className="text-lg">
          Report
        </h2>
        <a href={csvHref} className="link text-sm" download>
          Download the whole report as CSV
        </a>
      </div>
      <TabsNav
        label="Part of the report"
        current={part}
        tabs={tabs.map(({ key, label, count }) => {
          const tab = { href: `${here}?outcome=${key}`, label };
          return count === null || isGoingOn ? tab : { ...tab, count: formatInteger(count) };
        })}
      />
      {isGoingOn && children ? (
        <p className="mb-3 text-ink-2 text-sm">As far as it was when this page was opened.</p>
      ) : null}
      {children ?? (
        <EmptyState title={nothing.title}>
          <p>{nothing.text}</p>
        </EmptyState>
      )}
      <Pager firstHref={after > 0 ? part : null} nextHref={next === null ? null : `${part}&after=${next}`} />
    </section>
  );
}

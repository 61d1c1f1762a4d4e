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
  /** The last record of the page before, and of this one where another follows. */
  after: number;
  next: number | null;
  /** Said where no line is there. */
  empty: { title: string; text: string };
  /** The lines; null where there are none. */
  children: ReactNode;
};

/** The report of an import: its parts as tabs, one page of its lines, and the whole of it as a file. */
export function ReportSection({ here, csvHref, outcome, tabs, after, next, empty, children }: Props) {
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
          return count === null ? tab : { ...tab, count: formatInteger(count) };
        })}
      />
      {children ?? (
        <EmptyState title={empty.title}>
          <p>{empty.text}</p>
        </EmptyState>
      )}
      <Pager firstHref={after > 0 ? part : null} nextHref={next === null ? null : `${part}&after=${next}`} />
    </section>
  );
}

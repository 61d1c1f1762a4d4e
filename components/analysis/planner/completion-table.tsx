import { useId } from "react";
import { ChartTable } from "#components/charts/figure/chart-table.tsx";
import type { PlannerFinding } from "#lib/domain/analysis/findings/planner.ts";
import { completionTable, offerTable } from "#lib/domain/analysis/tables/planner.ts";
import { shownTable } from "../frame/shown-table.ts";

type Props = { finding: PlannerFinding; dimension: string };

/**
 * What became of the items that people were asked to rate, by the judge’s score and by length: what is missing is rarely
 * missing by chance. Without a study nobody knows who was asked; then what is rated of the judge’s items.
 */
export function Completion({ finding, dimension }: Props) {
  return finding.offered.length > 0 ? (
    <Offered finding={finding} dimension={dimension} />
  ) : (
    <Covered finding={finding} dimension={dimension} />
  );
}

function Offered({ finding, dimension }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3">
      <div>
        <h3 id={id} className="text-lg">
          What people finished of what they were given
        </h3>
        <p className="mt-0.5 max-w-[75ch] text-sm text-ink-2">
          Of the items that studies gave to people, not of all that could be rated. Where people give back or run out of
          time more often, what is rated no longer stands for the rest.
        </p>
      </div>
      <ChartTable label="Finished, by the judge’s score" table={shownTable(offerTable(finding, "judge"), dimension)} />
      <ChartTable label="Finished, by length" table={shownTable(offerTable(finding, "length"))} />
    </section>
  );
}

function Covered({ finding, dimension }: Props) {
  const id = useId();
  const table = shownTable(completionTable(finding), dimension);
  if (table.rows.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="text-lg">
        What people have rated, by the judge’s score
      </h3>
      <p className="mt-0.5 mb-2 max-w-[75ch] text-sm text-ink-2">
        Files of ratings do not say which items people were asked to rate, so a smaller share need not mean that they
        left something out. A study tells.
      </p>
      <ChartTable label="Completion by band of the judge’s score" table={table} />
    </section>
  );
}

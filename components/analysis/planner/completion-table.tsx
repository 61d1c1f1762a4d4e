import { useId } from "react";
import { ChartTable } from "#components/charts/figure/chart-table.tsx";
import type { CompletionBand, OfferBand, PlannerFinding } from "#lib/domain/analysis/findings/planner.ts";
import { countColumn, shareColumn, twinTable, wordColumn } from "../frame/twin-table.ts";
import { bandWords } from "./planner-words.ts";

/**
 * What became of the items that people were asked to rate, by the judge’s score and by length: what is missing is rarely
 * missing by chance. Without a study nobody knows who was asked; then what is rated of the judge’s items.
 */
export function Completion({ finding, dimension }: { finding: PlannerFinding; dimension: string }) {
  const offered = finding.offered.filter((band) => band.by === "length" || band.dimension === dimension);
  if (offered.length > 0) return <Offered bands={offered} />;
  return <Covered bands={finding.completion.filter((band) => band.dimension === dimension)} />;
}

function Offered({ bands }: { bands: readonly OfferBand[] }) {
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
      <ChartTable
        label="Finished, by the judge’s score"
        table={offerTable(
          bands.filter(({ by }) => by === "judge"),
          "judge_band",
          "Judge’s score",
        )}
      />
      <ChartTable
        label="Finished, by length"
        table={offerTable(
          bands.filter(({ by }) => by === "length"),
          "turns",
          "Turns",
        )}
      />
    </section>
  );
}

function offerTable(bands: readonly OfferBand[], name: string, head: string) {
  return twinTable(bands, (band) => `${band.by} ${band.from}`, [
    wordColumn(name, head, bandWords),
    countColumn("items", "Items", (band) => band.items),
    countColumn("given", "Given to people", (band) => band.given),
    countColumn("submitted", "Submitted", (band) => band.submitted),
    countColumn("returned", "Given back", (band) => band.returned),
    countColumn("timed_out", "Out of time", (band) => band.timedOut),
    shareColumn("finished", "Submitted of what ended", finishedShare),
  ]);
}

/** Submitted ÷ everything that ended; null where nothing has. */
function finishedShare({ submitted, returned, timedOut }: OfferBand): number | null {
  const ended = submitted + returned + timedOut;
  return ended > 0 ? submitted / ended : null;
}

function Covered({ bands }: { bands: readonly CompletionBand[] }) {
  const id = useId();
  if (bands.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="text-lg">
        What people have rated, by the judge’s score
      </h3>
      <p className="mt-0.5 mb-2 max-w-[75ch] text-sm text-ink-2">
        Files of ratings do not say which items people were asked to rate, so a smaller share need not mean that they
        left something out. A study tells.
      </p>
      <ChartTable
        label="Completion by band of the judge’s score"
        table={twinTable(bands, (band) => String(band.from), [
          wordColumn("judge_band", "Judge’s score", bandWords),
          countColumn("cells", "Rated by the judge", (band) => band.cells),
          countColumn("labelled", "By people too", (band) => band.labelled),
          shareColumn("share", "Share", (band) => (band.cells > 0 ? band.labelled / band.cells : null)),
        ])}
      />
    </section>
  );
}

import { useId } from "react";
import { ChartTable } from "#components/charts/figure/chart-table.tsx";
import type { CompletionBand } from "#lib/domain/analysis/findings/planner.ts";
import { countColumn, shareColumn, twinTable, wordColumn } from "../frame/twin-table.ts";
import { bandWords } from "./planner-words.ts";

/** How much of each band of the judge's scores people have rated: what is missing is rarely missing by chance. */
export function CompletionTable({ bands }: { bands: readonly CompletionBand[] }) {
  const id = useId();
  if (bands.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="text-lg">
        What people have rated, by the judge’s score
      </h3>
      <p className="mt-0.5 mb-2 max-w-[75ch] text-sm text-ink-2">
        Unequal shares mean that people skipped some kinds of items more than others.
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

"use client";
import { useId, useMemo, useState } from "react";
import { ChartTable, type ChartTableData } from "#components/charts/figure/chart-table.tsx";
import { useFigureSetting } from "#components/charts/figure/figure-setting.ts";
import { formatNumber, formatPercent } from "#components/ui/format.ts";
import type { AnalysisDimension } from "#lib/domain/analysis/columns.ts";
import type { AltTestFinding } from "#lib/domain/analysis/findings/annotators.ts";
import { numberCell } from "../frame/figure-cells.ts";
import { countColumn, intervalColumns, numberColumn, pColumn, twinTable, wordColumn } from "../frame/twin-table.ts";
import { type AltTestAt, altTestAt, winningRate } from "./alt-test-at.ts";

type Props = {
  test: AltTestFinding;
  dimension: AnalysisDimension;
  confidence: number;
  /** What the test counts, in one word: “episode”. */
  cluster: string;
};

/** Could the judge stand in for one of the people? Per person, at a price that can be moved. */
export function AltTestPanel({ test, dimension, confidence, cluster }: Props) {
  const id = useId();
  const { purpose } = useFigureSetting();
  const [epsilon, setEpsilon] = useState(test.epsilon);
  const rows = useMemo(() => altTestAt(test.rows, epsilon), [test.rows, epsilon]);
  const own = rows.filter((row) => row.dimension === dimension.key);
  if (own.length === 0) return null;
  const { rate, tested } = winningRate(rows, dimension.key);
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2">
      <h3 id={id} className="text-lg">
        Could the judge stand in for a person?
      </h3>
      <p className="max-w-[75ch] text-sm text-ink-2">
        The alternative annotator test: each person and the judge are compared with the remaining people, per {cluster}.
        The judge passes where it beats at least half of them, after correction over all people and dimensions
        (Benjamini–Yekutieli).
      </p>
      {purpose === "page" ? <EpsilonSlider epsilon={epsilon} onChange={setEpsilon} /> : null}
      <p className={purpose === "page" ? "hidden text-sm text-ink-2 print:block" : "text-sm text-ink-2"}>
        What a person costs more: ε = {formatNumber(epsilon)}.
      </p>
      <p aria-live="polite" className="font-text text-lg">
        {rate === null
          ? `Nobody shares enough items on ${dimension.name.toLowerCase()} to be tested.`
          : `On ${dimension.name.toLowerCase()} the judge could stand in for ${formatPercent(rate)} of ${tested} tested: ${rate >= 0.5 ? "it passes" : "it does not pass"}.`}
      </p>
      <ChartTable label="Alternative annotator test" table={altTestTable(own, confidence)} />
    </section>
  );
}

function EpsilonSlider({ epsilon, onChange }: { epsilon: number; onChange: (epsilon: number) => void }) {
  const id = useId();
  return (
    <div className="flex flex-wrap items-center gap-3 print:hidden">
      <label htmlFor={id} className="text-sm font-semibold">
        What a person costs more (ε)
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={0.5}
        step={0.05}
        value={epsilon}
        onChange={(event) => onChange(Number(event.target.value))}
        className="w-52 accent-accent"
      />
      <output htmlFor={id} className="text-sm tabular-nums">
        {formatNumber(epsilon)}
      </output>
    </div>
  );
}

function altTestTable(rows: readonly AltTestAt[], confidence: number): ChartTableData {
  return twinTable(rows, (row) => row.raterKey, [
    wordColumn("annotator", "Annotator", (row) => row.name),
    countColumn("items", "Common items", (row) => row.items),
    countColumn("units", "Counted", (row) => row.units),
    numberColumn("advantage", "Judge at least as close", (row) => row.advantage),
    {
      columns: intervalColumns("advantage", confidence),
      cells: ({ advantageInterval }) => [
        numberCell(advantageInterval?.[0] ?? null),
        numberCell(advantageInterval?.[1] ?? null),
      ],
    },
    pColumn("p", "p", (row) => row.p),
    pColumn("p_adjusted", "p, corrected", (row) => row.pAdjusted),
    wordColumn("outcome", "Could be replaced", (row) => row.note || (row.isRejected ? "yes" : "not shown")),
  ]);
}

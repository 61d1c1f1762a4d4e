"use client";
import { useId, useMemo, useState } from "react";
import { ChartTable } from "#components/charts/figure/chart-table.tsx";
import { useFigureSetting } from "#components/charts/figure/figure-setting.ts";
import { SaveTableButton } from "#components/charts/figure/save-table-button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { formatNumber } from "#components/ui/format.ts";
import { useUntilAlive } from "#components/ui/use-is-alive.ts";
import { type AltTestAt, altTestAt } from "#lib/domain/analysis/alt-test-at.ts";
import type { AnalysisDimension } from "#lib/domain/analysis/columns.ts";
import type { AltTestFinding } from "#lib/domain/analysis/findings/annotators.ts";
import type { ClusterFacts } from "#lib/domain/analysis/findings/common.ts";
import { altTestTable } from "#lib/domain/analysis/tables/annotators.ts";
import { useFirstRows } from "../frame/first-rows.tsx";
import { shownTable } from "../frame/shown-table.ts";
import { fileNameOf } from "../frame/view-words.ts";
import { advantageSentence, verdictSentence } from "./alt-test-words.ts";

type Props = {
  test: AltTestFinding;
  dimension: AnalysisDimension;
  confidence: number;
  /** What the test counts, in words for one and for many. */
  noun: ClusterFacts["noun"];
  /** What is saved with the table. */
  caption: string;
};

/** Could the judge stand in for one of the people? Per person, at a price that can be moved. */
export function AltTestPanel({ test, dimension, confidence, noun, caption }: Props) {
  const id = useId();
  const { purpose } = useFigureSetting();
  const [epsilon, setEpsilon] = useState(test.epsilon);
  const rows = useMemo(() => altTestAt(test, epsilon), [test, epsilon]);
  const own = useMemo(() => rows.filter((row) => row.dimension === dimension.key), [rows, dimension.key]);
  const { shown, more } = useFirstRows(own, "annotators");
  const tableOf = (some: readonly AltTestAt[]) => shownTable(altTestTable(test, confidence, { epsilon, rows: some }));
  if (own.length === 0) return null;
  const title = `${dimension.name}: alternative annotator test`;
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2">
      <h3 id={id} className="text-lg">
        Could the judge stand in for a person?
      </h3>
      <p className="max-w-[75ch] text-sm text-ink-2">
        The alternative annotator test: each person and the judge are compared with the remaining people, per {noun[0]}.
        The judge passes where it beats at least half of them, after correction over all people and dimensions
        (Benjamini–Yekutieli). ε is what a person may be better by and still be replaced, since people cost more: 0.2 is
        usual for experts, 0.15 for trained people, 0.1 for crowd workers.
      </p>
      {purpose === "page" ? <EpsilonSlider epsilon={epsilon} onChange={setEpsilon} /> : null}
      <p className={purpose === "page" ? "hidden text-sm text-ink-2 print:block" : "text-sm text-ink-2"}>
        What a person may be better by: ε = {formatNumber(epsilon)}.
      </p>
      <p aria-live="polite" className="font-text text-lg">
        {verdictSentence(rows, dimension, noun)}
      </p>
      <p className="max-w-[75ch] text-sm text-ink-2">{advantageSentence(own)}</p>
      <div>
        <ChartTable label="Alternative annotator test" table={tableOf(shown)} />
        {more}
        <SaveTableButton
          title={title}
          caption={`${title}, ε = ${formatNumber(epsilon)}. ${caption}`}
          table={() => tableOf(own)}
          fileName={fileNameOf("alternative-annotator-test", dimension.key)}
        />
      </div>
    </section>
  );
}

function EpsilonSlider({ epsilon, onChange }: { epsilon: number; onChange: (epsilon: number) => void }) {
  const id = useId();
  return (
    <div className={classNames("flex flex-wrap items-center gap-3 print:hidden", useUntilAlive())}>
      <label htmlFor={id} className="text-sm font-semibold">
        What a person may be better by (ε)
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

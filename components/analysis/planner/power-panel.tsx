"use client";
import { useId, useMemo, useState } from "react";
import { ChartTable } from "#components/charts/figure/chart-table.tsx";
import { useFigureSetting } from "#components/charts/figure/figure-setting.ts";
import { classNames } from "#components/ui/class-names.ts";
import { formatNumber } from "#components/ui/format.ts";
import { useUntilAlive } from "#components/ui/use-is-alive.ts";
import type { DimensionPlan } from "#lib/domain/analysis/findings/planner.ts";
import { DIFFERENCE_TO_FIND, powerTable } from "#lib/domain/analysis/tables/planner.ts";
import { shownTable } from "../frame/shown-table.ts";

const STEP = 0.25;
const MOST = 5;

/** How many ratings find a true difference between policies, for a difference that the reader chooses. */
export function PowerPanel({ part }: { part: DimensionPlan }) {
  const id = useId();
  const { purpose } = useFigureSetting();
  const [difference, setDifference] = useState(DIFFERENCE_TO_FIND);
  const table = useMemo(() => shownTable(powerTable({ byDimension: [part] }, difference)), [part, difference]);
  if (table.rows.length === 0) return null;
  const said = `a true difference of ${formatNumber(difference)} points`;
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2">
      <h3 id={id} className="text-lg">
        What it takes to find a difference
      </h3>
      <p className="max-w-[75ch] text-sm text-ink-2">
        A narrow interval and a good chance to find something are two aims. This is the chance that the difference of
        the bias from the base is found (80 % wanted, two-sided test at 5 %).
      </p>
      {purpose === "page" ? <DifferenceSlider difference={difference} onChange={setDifference} /> : null}
      <p className={purpose === "page" ? "hidden text-sm text-ink-2 print:block" : "text-sm text-ink-2"}>For {said}.</p>
      <ChartTable label={`What it takes to find ${said}`} table={table} />
    </section>
  );
}

function DifferenceSlider({ difference, onChange }: { difference: number; onChange: (difference: number) => void }) {
  const id = useId();
  return (
    <div className={classNames("flex flex-wrap items-center gap-3 print:hidden", useUntilAlive())}>
      <label htmlFor={id} className="text-sm font-semibold">
        Difference to find, in points
      </label>
      <input
        id={id}
        type="range"
        min={STEP}
        max={MOST}
        step={STEP}
        value={difference}
        onChange={(event) => onChange(Number(event.target.value))}
        className="w-52 accent-accent"
      />
      <output htmlFor={id} className="text-sm tabular-nums">
        {formatNumber(difference)}
      </output>
    </div>
  );
}

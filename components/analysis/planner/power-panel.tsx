"use client";
import { useId, useMemo, useState } from "react";
import { ChartTable } from "#components/charts/figure/chart-table.tsx";
import { useFigureSetting } from "#components/charts/figure/figure-setting.ts";
import { formatNumber } from "#components/ui/format.ts";
import { plannedPower } from "#lib/domain/analysis/compute/planned-power.ts";
import type { DimensionPlan } from "#lib/domain/analysis/findings/planner.ts";
import { cellColumn, countColumn, shareColumn, twinTable, wordColumn } from "../frame/twin-table.ts";
import { reachCell } from "./planner-lines.ts";

const STEP = 0.25;
const MOST = 5;

/** How many ratings find a true difference between policies, for a difference that the reader chooses. */
export function PowerPanel({ part }: { part: DimensionPlan }) {
  const id = useId();
  const { purpose } = useFigureSetting();
  const [difference, setDifference] = useState(1);
  const rows = useMemo(
    () =>
      part.curves
        .filter(({ kind }) => kind === "difference")
        .map((curve) => ({ curve, power: plannedPower(curve, difference, curve.have) })),
    [part, difference],
  );
  if (rows.length === 0) return null;
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
      <ChartTable
        label={`What it takes to find ${said}`}
        table={twinTable(rows, ({ curve }) => curve.policy.label, [
          wordColumn("policy", "Policy", ({ curve }) => curve.policy.label),
          wordColumn("clusters", "Counted in", ({ curve }) =>
            curve.samples === 1 ? `${curve.noun[1]}, shared with the base` : `${curve.noun[1]} per policy`,
          ),
          countColumn("have", "Have", ({ curve }) => curve.have),
          shareColumn("power", "Chance now", ({ power }) => power.now),
          cellColumn("needed", "Needed for 80 %", ({ power }) => reachCell(power.needed)),
          cellColumn("needed_at_most", "If the spread is at its upper limit", ({ power }) =>
            reachCell(power.neededAtMost),
          ),
        ])}
      />
    </section>
  );
}

function DifferenceSlider({ difference, onChange }: { difference: number; onChange: (difference: number) => void }) {
  const id = useId();
  return (
    <div className="flex flex-wrap items-center gap-3 print:hidden">
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

"use client";
import { useId } from "react";
import { ChartFigure, LegendEntry } from "#components/charts/figure/chart-figure.tsx";
import { ChartTable } from "#components/charts/figure/chart-table.tsx";
import { policyHue } from "#components/charts/hues.ts";
import { LinePlot } from "#components/charts/line-plot.tsx";
import { KeyLine, KeyMark } from "#components/charts/marks.tsx";
import { formatTick } from "#components/charts/number-text.ts";
import { SmallMultiples } from "#components/charts/small-multiples.tsx";
import { ticksBetween } from "#components/charts/ticks.ts";
import { glued } from "#components/ui/glued.ts";
import type { DimensionPlan, PlannerCurve, PlannerFinding } from "#lib/domain/analysis/findings/planner.ts";
import { allocationTable, CURVE_WORDS, plannerTable } from "#lib/domain/analysis/tables/planner.ts";
import { shownTable } from "../frame/shown-table.ts";
import { ViewFrame } from "../frame/view-frame.tsx";
import { captionOf, figureName } from "../frame/view-words.ts";
import { Completion } from "./completion-table.tsx";
import { DrawAsStudy, type DrawOffer } from "./draw-as-study.tsx";
import { plannerDomains, plannerGuides, plannerSeries } from "./planner-lines.ts";
import { absentSentence, shortageSentence, spreadSentence, unmeasuredSentence } from "./planner-words.ts";
import { PowerPanel } from "./power-panel.tsx";

/** View 8: how wide the intervals are, how wide they will be, and where people should rate next. */
export function PlannerView({ finding, draw }: { finding: PlannerFinding; draw?: DrawOffer | null }) {
  return (
    <ViewFrame view="planner" finding={finding} parts={finding.byDimension}>
      {(part) => (
        <>
          <p className="max-w-[70ch] font-text text-xl">{glued(part.sentence)}</p>
          <Remark>{spreadSentence(part, finding.clusters.noun)}</Remark>
          <PlannerFigure finding={finding} part={part} />
          <Remark>{absentSentence(part, finding.policies)}</Remark>
          <Remark>{unmeasuredSentence(part)}</Remark>
          <p className="max-w-[80ch] text-sm text-ink-2">
            Stop when the interval is narrow enough, never when it first leaves 0 out: whoever looks again and again and
            stops at significance finds effects that are not there.
          </p>
          <PowerPanel part={part} />
          <Allocation part={part} draw={draw ?? null} />
          <Completion finding={finding} dimension={part.dimension.key} />
        </>
      )}
    </ViewFrame>
  );
}

function PlannerFigure({ finding, part }: { finding: PlannerFinding; part: DimensionPlan }) {
  const kinds = (Object.keys(CURVE_WORDS) as PlannerCurve["kind"][]).filter((kind) =>
    part.curves.some((curve) => curve.kind === kind),
  );
  const title = `${part.dimension.name}: how narrow the intervals get`;
  if (kinds.length === 0) return null;
  return (
    <ChartFigure
      title={title}
      about="Half-width of the interval in points against what people rated: as ratings came in, and as they are expected to go on. The band is what the spread may truly be, and how alike cells of a cluster are."
      caption={captionOf(finding, part.dimension)}
      table={() => shownTable(plannerTable(finding), part.dimension.key)}
      fileName={figureName("planner", part.dimension)}
      legend={
        <>
          <LegendEntry mark={<KeyMark shape="circle" hue="ink" />}>measured</LegendEntry>
          <LegendEntry mark={<KeyLine hue="ink" isDashed />}>projected</LegendEntry>
          {drawnPolicies(finding, part).map((policy) => (
            <LegendEntry key={policy.label} mark={<KeyLine hue={policyHue(policy.colour)} />}>
              {policy.label}
            </LegendEntry>
          ))}
        </>
      }
    >
      <SmallMultiples>
        {kinds.map((kind) => (
          <Panel
            key={kind}
            title={CURVE_WORDS[kind]}
            curves={part.curves.filter((curve) => curve.kind === kind)}
            target={finding.targetHalfWidth}
          />
        ))}
      </SmallMultiples>
    </ChartFigure>
  );
}

/** The policies that have a curve, in their order. */
function drawnPolicies(finding: PlannerFinding, part: DimensionPlan) {
  return finding.policies.filter(({ label }) => part.curves.some(({ policy }) => policy.label === label));
}

/** A sentence below a figure; nothing where there is none to say. */
function Remark({ children }: { children: string }) {
  return children ? <p className="max-w-[80ch] text-sm text-ink-2">{children}</p> : null;
}

function Panel({ title, curves, target }: { title: string; curves: readonly PlannerCurve[]; target: number }) {
  const { x, y } = plannerDomains(curves, target);
  const noun = curves[0]?.noun[1] ?? "clusters";
  return (
    <LinePlot
      title={title}
      label={`${title}: half-width of the interval against ${noun} rated by people`}
      height={300}
      x={{ domain: [0, x], ticks: ticksBetween(0, x, 6), label: `${noun} rated by people` }}
      y={{
        domain: [0, y],
        ticks: ticksBetween(0, y, 6),
        format: (value) => `±${formatTick(value)}`,
        label: "half-width, points",
      }}
      guides={plannerGuides(curves, target)}
      series={plannerSeries(curves)}
    />
  );
}

function Allocation({ part, draw }: { part: DimensionPlan; draw: DrawOffer | null }) {
  const id = useId();
  if (part.allocation.length === 0) return null;
  const shortage = shortageSentence(part);
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="text-lg">
        Where people should rate next
      </h3>
      <p className="mt-0.5 mb-2 max-w-[75ch] text-sm text-ink-2">
        Items per policy and band of the judge’s score, as many as the bias needs with the spread at its upper limit and
        more where the judge errs unevenly; a fifth of what comes next falls on all items alike. The probability is that
        of an item which people have not rated yet.
      </p>
      {shortage ? <p className="mb-2 max-w-[75ch] text-sm font-semibold">{shortage}</p> : null}
      <ChartTable label="Where people should rate next" table={shownTable(allocationTable({ byDimension: [part] }))} />
      {draw ? <DrawAsStudy part={part} offer={draw} /> : null}
    </section>
  );
}

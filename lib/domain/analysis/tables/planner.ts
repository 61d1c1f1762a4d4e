import { plannedPower } from "../compute/planned-power.ts";
import type { AllocationRow, DimensionPlan, OfferBand, PlannerCurve, PlannerFinding } from "../findings/planner.ts";
import { bandWords } from "../words.ts";
import { dimensionTable, type FindingTable, rowsOf } from "./finding-table.ts";
import { countColumn, numberColumn, POINTS, reachColumn, shareColumn, wordColumn } from "./table-columns.ts";

type PlannerPart = Pick<PlannerFinding, "byDimension">;

/** What each kind of curve is about. */
export const CURVE_WORDS: Record<PlannerCurve["kind"], string> = {
  bias: "Bias of the judge",
  difference: "Difference from the base",
  "debiased-mean": "Debiased score",
};

/** A difference that most readers would call worth finding, in points. */
export const DIFFERENCE_TO_FIND = 1;

/** What is there and what is needed, per curve. */
export function plannerTable({ byDimension }: PlannerPart): FindingTable {
  const rows = rowsOf(byDimension, ({ curves }) => curves);
  return dimensionTable({ name: "planner", title: "How narrow the intervals get" }, rows, curveKey, [
    wordColumn("quantity", "Interval of", (curve) => CURVE_WORDS[curve.kind]),
    wordColumn("policy", "Policy", (curve) => curve.policy.label),
    wordColumn("clusters", "Counted in", (curve) => curve.noun[1]),
    countColumn("have", "Have", (curve) => curve.have, { unit: "clusters" }),
    reachColumn("needed", "Needed", (curve) => curve.needed, { unit: "clusters" }),
    reachColumn("needed_at_most", "Needed if the spread is at its upper limit", (curve) => curve.neededAtMost, {
      unit: "clusters",
    }),
    numberColumn("half_width", "Half-width now", (curve) => curve.measured.at(-1)?.halfWidth ?? null, POINTS),
  ]);
}

/** The points of the curves: as ratings came in, and as they are expected to go on. */
export function curveTable({ byDimension }: PlannerPart): FindingTable {
  const rows = rowsOf(byDimension, ({ curves }) => curves.flatMap(pointsOf));
  const keyOf = (row: (typeof rows)[number]) => `${curveKey({ ...row.curve, dimension: row.dimension })} ${row.place}`;
  return dimensionTable({ name: "planner-curves", title: "The curves point by point" }, rows, keyOf, [
    wordColumn("quantity", "Interval of", ({ curve }) => CURVE_WORDS[curve.kind]),
    wordColumn("policy", "Policy", ({ curve }) => curve.policy.label),
    wordColumn("kind", "Point", ({ kind }) => kind),
    countColumn("clusters", "Clusters", (row) => row.clusters, { unit: "clusters" }),
    numberColumn("half_width", "Half-width", (row) => row.halfWidth, { ...POINTS, group: "Half-width" }),
    numberColumn("half_width_low", "from", (row) => row.low, { ...POINTS, group: "Half-width" }),
    numberColumn("half_width_high", "to", (row) => row.high, { ...POINTS, group: "Half-width" }),
  ]);
}

function pointsOf(curve: PlannerCurve) {
  return [
    ...curve.measured.map((at) => ({ curve, kind: "measured", ...at, low: null, high: null })),
    ...curve.projected.map((at) => ({ curve, kind: "projected", ...at })),
  ].map((point, place) => ({ ...point, place }));
}

function curveKey({ dimension, kind, policy }: Pick<PlannerCurve, "kind" | "policy"> & { dimension: string }): string {
  return `${dimension} ${kind} ${policy.label}`;
}

/** How likely a true difference of so many points is found, and what it takes to find it with a chance of 80 %. */
export function powerTable({ byDimension }: PlannerPart, difference: number = DIFFERENCE_TO_FIND): FindingTable {
  const rows = rowsOf(byDimension, ({ curves }) =>
    curves
      .filter(({ kind }) => kind === "difference")
      .map((curve) => ({ curve, power: plannedPower(curve, difference, curve.have) })),
  );
  const keyOf = (row: (typeof rows)[number]) => `${row.dimension} ${row.curve.policy.label}`;
  return dimensionTable({ name: "planner-power", title: "What it takes to find a difference" }, rows, keyOf, [
    wordColumn("policy", "Policy", ({ curve }) => curve.policy.label),
    numberColumn("difference", "Difference to find", () => difference, { ...POINTS, isForFiles: true }),
    wordColumn("counted_in", "Counted in", ({ curve }) =>
      curve.samples === 1 ? `${curve.noun[1]}, shared with the base` : `${curve.noun[1]} per policy`,
    ),
    countColumn("have", "Have", ({ curve }) => curve.have, { unit: "clusters" }),
    shareColumn("power", "Chance now", ({ power }) => power.now),
    reachColumn("needed", "Needed for 80 %", ({ power }) => power.needed, { unit: "clusters" }),
    reachColumn("needed_at_most", "If the spread is at its upper limit", ({ power }) => power.neededAtMost, {
      unit: "clusters",
    }),
  ]);
}

/** Where people should rate next. */
export function allocationTable({
  byDimension,
}: {
  byDimension: readonly Pick<DimensionPlan, "dimension" | "allocation">[];
}): FindingTable {
  const rows = rowsOf(byDimension, ({ allocation }) => allocation);
  const keyOf = (row: (typeof rows)[number]) => `${row.dimension} ${policiesOf(row)} ${row.band.from}`;
  return dimensionTable({ name: "planner-allocation", title: "Where people should rate next" }, rows, keyOf, [
    wordColumn("policy", "Policy", policiesOf),
    wordColumn("judge_band", "Judge’s score", (row) => bandWords(row.band)),
    numberColumn("judge_from", "Judge’s score from", (row) => row.band.from, { ...POINTS, isForFiles: true }),
    numberColumn("judge_to", "to", (row) => row.band.to, { ...POINTS, isForFiles: true }),
    countColumn("available", "Rated by the judge", (row) => row.available, { unit: "items" }),
    countColumn("have", "Have", (row) => row.have, { unit: "items" }),
    countColumn("want", "Want", (row) => row.want, { unit: "items" }),
    countColumn("next", "Next", (row) => row.next, { unit: "items" }),
    numberColumn("inclusion_probability", "Inclusion probability", (row) => row.inclusionProbability, { decimals: 3 }),
  ]);
}

/** The policies of a stratum in words; two where its items have agents of both. */
function policiesOf({ policies }: AllocationRow): string {
  return policies.map(({ label }) => label).join(" with ");
}

/** How many of the judge's cells people have rated, by band of its score. */
export function completionTable({ completion }: Pick<PlannerFinding, "completion">): FindingTable {
  const head = { name: "planner-completion", title: "What people have rated, by the judge’s score" };
  return dimensionTable(head, completion, ({ dimension, from }) => `${dimension} ${from}`, [
    wordColumn("judge_band", "Judge’s score", bandWords),
    numberColumn("judge_from", "Judge’s score from", ({ from }) => from, { ...POINTS, isForFiles: true }),
    numberColumn("judge_to", "to", ({ to }) => to, { ...POINTS, isForFiles: true }),
    countColumn("cells", "Rated by the judge", ({ cells }) => cells, { unit: "cells" }),
    countColumn("labelled", "By people too", ({ labelled }) => labelled, { unit: "cells" }),
    shareColumn("share", "Share", ({ cells, labelled }) => (cells > 0 ? labelled / cells : null)),
  ]);
}

const OFFERS = {
  judge: { name: "planner-offered", title: "Finished, by the judge’s score", band: "Judge’s score" },
  length: { name: "planner-offered-by-length", title: "Finished, by length", band: "Turns" },
} as const;

/** What became of the items that people were asked to rate: by band of the judge's score, or by length over all dimensions. */
export function offerTable({ offered }: Pick<PlannerFinding, "offered">, by: OfferBand["by"]): FindingTable {
  const { name, title, band: bandTitle } = OFFERS[by];
  const rows = offered.filter((band) => band.by === by);
  return dimensionTable({ name, title }, rows, ({ dimension, from }) => `${dimension} ${from}`, [
    wordColumn("band", bandTitle, bandWords),
    numberColumn("from", `${bandTitle} from`, ({ from }) => from, { decimals: 0, isForFiles: true }),
    numberColumn("to", "to", ({ to }) => to, { decimals: 0, isForFiles: true }),
    countColumn("items", "Items", (band) => band.items, { unit: "items" }),
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

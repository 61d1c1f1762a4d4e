import { ALT_TEST_DEFAULTS, type AltTestHuman, altTest } from "#lib/domain/statistics/alt-test.ts";
import { type Measured, measured, notDefined } from "#lib/domain/statistics/measured.ts";
import { adjustP } from "#lib/domain/statistics/p-adjust.ts";
import { wilsonInterval } from "#lib/domain/statistics/wilson.ts";
import { type AnalysisContext, eachDimension } from "../context.ts";
import type { AltTestFinding, AltTestRow } from "../findings/annotators.ts";
import { raterTable } from "../rater-table.ts";

/**
 * The alternative-annotator test for every person and dimension, counted by cluster. Its p-values are one family over all of them
 * (Benjamini–Yekutieli), as its authors advise for several domains.
 */
export function findAltTest(context: AnalysisContext): AltTestFinding {
  const tested = eachDimension(context, (place) => ({ place, humans: humansOf(context, place) }));
  const rows = tested.flatMap(({ place, humans }) =>
    humans.filter(({ units }) => units > 0).map((human) => rowOf(context, place, human)),
  );
  const adjusted = adjustP(
    rows.map((row) => (row.note === "" ? row.p : null)),
    "by",
  );
  const decided = rows.map((row, i) => {
    const pAdjusted = adjusted[i] ?? null;
    return { ...row, pAdjusted, isRejected: pAdjusted !== null && pAdjusted <= ALT_TEST_DEFAULTS.q };
  });
  const byDimension = tested.map(({ place, humans }) => {
    const dimension = context.columns.dimensions[place]!;
    const own = decided.filter((row) => row.dimension === dimension.key);
    return { dimension, ...summarise(own), people: humans.length };
  });
  return { epsilon: context.question.epsilon, rows: decided, byDimension };
}

/** A person of the test, with the key and name under which the views know them. */
type NamedHuman = AltTestHuman & { raterKey: string; name: string };

function humansOf(context: AnalysisContext, place: number): NamedHuman[] {
  const table = raterTable(context, place);
  if (table.values.length === 0) return [];
  const judgeOf: (number | null)[] = new Array(context.columns.units.count).fill(null);
  const cells = context.cells[place]!;
  for (let cell = 0; cell < cells.unit.length; cell += 1)
    if (cells.judgeCount[cell]! > 0) judgeOf[cells.unit[cell]!] = cells.judge[cell]!;
  const judge = Array.from(table.units, (unit) => judgeOf[unit] ?? null);
  const options = { ...ALT_TEST_DEFAULTS, epsilon: context.question.epsilon };
  return altTest(table, judge, table.clusters, options).humans.map((human) => {
    const { key, name } = context.columns.raters[table.raterPlaces[human.rater]!]!;
    return { ...human, raterKey: key, name };
  });
}

function rowOf(context: AnalysisContext, place: number, human: NamedHuman): AltTestRow {
  const { raterKey, name, items, units, effectiveItems, advantage, meanDifference, standardError, p } = human;
  const hits = (advantage ?? 0) * effectiveItems;
  return {
    dimension: context.columns.dimensions[place]!.key,
    raterKey,
    name,
    items,
    units,
    advantage: advantage ?? 0,
    advantageInterval: wilsonInterval(hits, effectiveItems, context.question.confidence),
    meanDifference: meanDifference ?? 0,
    standardError,
    degreesOfFreedom: units > 1 ? units - 1 : null,
    p,
    pAdjusted: null,
    isRejected: false,
    note: noteOf(human, context.clusterFacts.noun[1]),
  };
}

function noteOf({ exploratory, units }: AltTestHuman, clusters: string): string {
  return exploratory ? `Needs ${ALT_TEST_DEFAULTS.minUnitsPerHuman} common ${clusters}, has ${units}.` : "";
}

function summarise(rows: readonly AltTestRow[]) {
  const tested = rows.filter(({ note }) => note === "");
  const counted = tested.length > 0 ? tested : rows;
  const winningRate: Measured =
    tested.length === 0
      ? notDefined("no_data")
      : measured(tested.filter(({ isRejected }) => isRejected).length / tested.length);
  const advantage: Measured =
    counted.length === 0
      ? notDefined("no_item_with_two_ratings")
      : measured(counted.reduce((sum, row) => sum + row.advantage, 0) / counted.length);
  return { winningRate, advantage, tested: tested.length };
}

import { type AnnotatorQuality, annotatorQuality, type RatingFacts } from "#lib/domain/statistics/annotator-quality.ts";
import { type Measured, measured, notDefined } from "#lib/domain/statistics/measured.ts";
import { median } from "#lib/domain/statistics/quantile.ts";
import { raterGroups } from "#lib/domain/statistics/rater-groups.ts";
import type { AnalysisRater } from "../columns.ts";
import { type AnalysisContext, eachDimension } from "../context.ts";
import type { AnnotatorQualityRow, AnnotatorsFinding, DimensionAnnotators } from "../findings/annotators.ts";
import { buildHead } from "../head.ts";
import { type RaterTable, raterTable } from "../rater-table.ts";
import { findAltTest } from "./alt-test.ts";
import { comparePairs } from "./rater-pairs.ts";
import { findSameAcross, type SameAcross } from "./same-across.ts";
import { findSeverities, type Severities } from "./severities.ts";
import { withLeftOut } from "./with-left-out.ts";

/** Transcripts are compared with those of similar length: this many turns make one class. */
const TURNS_PER_CLASS = 5;

/** View 7: whose ratings need a look, and whether the judge could stand in for one of them. */
export function findAnnotators(context: AnalysisContext): AnnotatorsFinding {
  const whole = withLeftOut(context);
  return {
    ...buildHead(context, "people"),
    view: "annotators",
    byDimension: eachDimension(context, (place) => annotatorsOf(context, whole, place)),
    altTest: findAltTest(context),
    showsFlags: true,
  };
}

function annotatorsOf(context: AnalysisContext, whole: AnalysisContext | null, place: number): DimensionAnnotators {
  const dimension = context.columns.dimensions[place]!;
  const table = raterTable(context, place);
  const severities = findSeverities(context, table);
  const rows = withPeerTimes(qualityRows(context, table, severities, dimension.max - dimension.min));
  const order = [...rows.keys()].sort((a, b) => size(rows[b]!) - size(rows[a]!) || a - b);
  const newPlace = new Map(order.map((old, now) => [old, now]));
  const groups = raterGroups(table).length;
  const isPlaces = groups === 0 && table.positions > 0;
  return {
    dimension,
    rows: [...order.map((old) => rows[old]!), ...leftOutRows(whole, place, rows)],
    positions: table.positions,
    pairs: comparePairs(table).map((pair) => ({
      ...pair,
      row: newPlace.get(pair.row)!,
      column: newPlace.get(pair.column)!,
    })),
    groups,
    groupSentence: isPlaces ? PLACES : groupSentence(groups),
    raterShare: severities.raterShare,
  };
}

/** Those of whom no rating counts, beside everybody else, so that the case for leaving them out can be looked at. */
function leftOutRows(
  whole: AnalysisContext | null,
  place: number,
  counted: readonly AnnotatorQualityRow[],
): AnnotatorQualityRow[] {
  if (whole === null) return [];
  const { min, max } = whole.columns.dimensions[place]!;
  const table = raterTable(whole, place);
  const isCounted = new Set(counted.map(({ raterKey }) => raterKey));
  return withPeerTimes(qualityRows(whole, table, findSeverities(whole, table), max - min))
    .filter(({ raterKey }) => !isCounted.has(raterKey))
    .map((row) => ({ ...row, isLeftOut: true }));
}

function size({ leaveOneOutBias }: AnnotatorQualityRow): number {
  return leaveOneOutBias.value === null ? -1 : Math.abs(leaveOneOutBias.value);
}

const PLACES =
  "The raters of this file are places in a list and need not be one person across items, so nothing is said about any of them.";

function groupSentence(groups: number): string {
  if (groups === 0) return "Nobody has rated yet.";
  if (groups === 1) return "All raters are linked by common items: leniency can be compared.";
  return `${groups} groups of raters have no item in common: leniency can be compared inside a group only.`;
}

function qualityRows(
  context: AnalysisContext,
  table: RaterTable,
  severities: Severities,
  scaleWidth: number,
): AnnotatorQualityRow[] {
  if (table.values.length === 0) return [];
  const { seed, confidence } = context.question;
  const facts = factsOf(context, table);
  const same = findSameAcross(context);
  const quality = annotatorQuality(table, facts, table.clusters, { scaleWidth, seed, confidence });
  return quality.map((found, rater) => {
    const place = table.raterPlaces[rater]!;
    const who = context.columns.raters[place]!;
    return qualityRow(who, { found, severity: severities.of(rater), across: same.get(place) });
  });
}

type Known = { found: AnnotatorQuality; severity: ReturnType<Severities["of"]>; across: SameAcross | undefined };

/** What is known of one person; the time of the others comes later. */
function qualityRow(who: AnalysisRater, { found, severity, across }: Known): AnnotatorQualityRow {
  const { seNaive, seCr1, intervalCr1, ...bias } = found.bias;
  return {
    raterKey: who.key,
    name: who.name,
    sourceId: who.sourceId,
    ratings: found.n,
    overlap: bias.n,
    leaveOneOutBias: bias,
    meanAbsoluteDifference: orNoOverlap(found.mae),
    ...severity,
    modalShare: orNoOverlap(found.modalShare),
    longestRun: found.longestRun,
    expectedRun: found.runByChance,
    sameAcross: across?.mean ?? null,
    expectedSameAcross: across?.byChance ?? null,
    medianMinutes: found.medianSeconds === null ? null : found.medianSeconds / 60,
    peerMedianMinutes: null,
    timeScore: found.logTimeZ,
    flags: [
      ...found.flags.map((flag) => (flag === "differs" ? "harsh-or-lenient" : flag)),
      ...(across?.isHigh ? (["same-across"] as const) : []),
    ],
    isLeftOut: false,
  };
}

function withPeerTimes(rows: AnnotatorQualityRow[]): AnnotatorQualityRow[] {
  return rows.map((row) => {
    const others = rows.flatMap((other) =>
      other === row || other.medianMinutes === null ? [] : [other.medianMinutes],
    );
    return { ...row, peerMedianMinutes: others.length > 0 ? median(others) : null };
  });
}

function orNoOverlap(value: number | null): Measured {
  return value === null ? notDefined("no_item_with_two_ratings") : measured(value);
}

function factsOf({ columns }: AnalysisContext, table: RaterTable): RatingFacts[] {
  const { item, items } = columns.units;
  return Array.from(table.ratings, (rating): RatingFacts => {
    const seconds = columns.seconds[rating]!;
    const place = item[columns.unit[rating]!]!;
    const words = items.words[place]!;
    const lengthClass = String(Math.floor(items.turns[place]! / TURNS_PER_CLASS));
    const time = seconds > 0 ? { seconds, words: words > 0 ? words : null, lengthClass } : null;
    return { order: columns.order[rating]!, time };
  });
}

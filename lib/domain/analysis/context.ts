import type { Clusters } from "#lib/domain/statistics/clusters.ts";
import { buildCells, type DimensionCells, pickCells, type Side } from "./cells.ts";
import { chooseClusterRule, clustersOfComparison, clustersOfUnits } from "./clusters.ts";
import type { RatingColumns } from "./columns.ts";
import type { ClusterFacts } from "./findings/common.ts";
import type { AnalysisQuestion } from "./question.ts";
import { isChosenByHand, PURPOSIVE, type Selection, type SelectionWish, selectRatings } from "./selection.ts";

/** Clusters of all units, numbered from 0. */
export type UnitClusters = Clusters & { of: Int32Array };

/**
 * A question put to columns: which ratings count, the cells they make and what counts as independent. Every view starts
 * from one of these. `resample` is false for a first answer at once, without what needs thousands of resamples. `pause` is
 * called between pieces of work, so that whoever computes for long can look up from it; it may throw to give up.
 */
export type AnalysisContext = {
  columns: RatingColumns;
  question: AnalysisQuestion;
  selection: Selection;
  /** Cells by index of the dimension in the columns. */
  cells: DimensionCells[];
  clusterFacts: ClusterFacts;
  clusters: { within: UnitClusters; between: UnitClusters };
  /** Indexes of the dimensions that have a counted rating, in the order of the question, else of the sources. */
  dimensions: number[];
  resample: boolean;
  pause: () => void;
  /** Whether people's ratings of items chosen by hand are left out. */
  unselected: boolean;
  /** Indexes of the counted ratings by people, by dimension; second ratings by one person are among them. */
  humanRatings: Int32Array[];
  /** Parts of the data that several views look at, made when they are first asked for. */
  parts: Map<string, unknown>;
};

/** A part of the data under a name, made once for all views of a question. */
export function partOf<Part>({ parts }: AnalysisContext, name: string, make: () => Part): Part {
  if (!parts.has(name)) parts.set(name, make());
  return parts.get(name) as Part;
}

/** What is found on each shown dimension, with a pause before each. */
export function eachDimension<Found>(context: AnalysisContext, find: (place: number) => Found): Found[] {
  return context.dimensions.map((place) => {
    context.pause();
    return find(place);
  });
}

/** How a question resamples: how often, from which seed, at which confidence, and where it lets others run. */
export function resamplingOf({ question, pause }: AnalysisContext) {
  const { resamples, seed, confidence } = question;
  return { resamples, seed, confidence, pause };
}

/** The cells of one policy (or of all, with −1) on one dimension that have the sides asked for. */
export function cellsOf(context: AnalysisContext, dimension: number, group: number, side: Side): DimensionCells {
  return partOf(context, `cells ${dimension} ${group} ${side}`, () =>
    pickCells(context.cells[dimension]!, group, side),
  );
}

/** Whether to resample, and what to call between pieces of work. */
type ContextManner = Partial<Pick<AnalysisContext, "resample" | "pause">> & SelectionWish;

/** Applies a question to columns. O(ratings + dimensions · units). */
export function buildContext(
  columns: RatingColumns,
  question: AnalysisQuestion,
  { resample = true, pause = () => {}, unselected = false }: ContextManner = {},
): AnalysisContext {
  const selection = selectRatings(columns, question, { unselected });
  const cells = buildCells(columns, selection);
  const clusterFacts = chooseClusterRule(columns.units, selection.groups, question.clusterRule);
  const within = clustersOfUnits(columns.units, clusterFacts.within);
  const between =
    clusterFacts.between === clusterFacts.within ? within : clustersOfUnits(columns.units, clusterFacts.between);
  const dimensions = shownDimensions(columns, question, cells);
  return {
    columns,
    question,
    selection,
    cells,
    clusterFacts,
    clusters: { within, between },
    dimensions,
    resample,
    pause,
    unselected,
    humanRatings: ratingsByPeople(columns, selection),
    parts: new Map(),
  };
}

/**
 * The same question to items that nobody selected: without people's ratings of items chosen by hand, from which no mean and
 * no bias of the others can be told (specification of statistics, section 12). The same context where there are none, where
 * there are no others, or where the question counts them.
 */
export function asUnselected(context: AnalysisContext): AnalysisContext {
  const { columns, question } = context;
  const other = partOf(context, "unselected", () =>
    question.keepChosenByHand || chosenByHand(context) !== "some"
      ? null
      : buildContext(columns, question, { unselected: true }),
  );
  return other ? { ...other, resample: context.resample, pause: context.pause } : context;
}

/** How many of the counted ratings by people are of items that were chosen by hand. */
export function chosenByHand(context: AnalysisContext): "none" | "some" | "all" {
  const { columns, humanRatings } = context;
  if (!columns.units.items.sampling.includes(PURPOSIVE)) return "none";
  const isByHand = (rating: number) => isChosenByHand(columns, rating);
  if (!humanRatings.some((ratings) => ratings.some(isByHand))) return "none";
  return humanRatings.every((ratings) => ratings.every(isByHand)) ? "all" : "some";
}

/** The same question with the clusters of the comparison between policies for every number. */
export function asComparison(context: AnalysisContext): AnalysisContext {
  const { between } = context.clusters;
  return {
    ...context,
    clusterFacts: clustersOfComparison(context.clusterFacts),
    clusters: { within: between, between },
    // What was made with other clusters must not be taken for this.
    parts: partOf(context, "parts of the comparison", () => new Map<string, unknown>()),
  };
}

function ratingsByPeople(columns: RatingColumns, { counts }: Selection): Int32Array[] {
  const isHuman = columns.raters.map((rater) => rater.kind === "human");
  const isIn = (rating: number) => counts[rating] === 1 && isHuman[columns.rater[rating]!];
  const sizes = new Int32Array(columns.dimensions.length);
  for (let rating = 0; rating < counts.length; rating += 1) if (isIn(rating)) sizes[columns.dimension[rating]!]! += 1;
  const lists = Array.from(sizes, (size) => new Int32Array(size));
  sizes.fill(0);
  for (let rating = 0; rating < counts.length; rating += 1) {
    if (!isIn(rating)) continue;
    const dimension = columns.dimension[rating]!;
    lists[dimension]![sizes[dimension]!] = rating;
    sizes[dimension]! += 1;
  }
  return lists;
}

function shownDimensions(
  { dimensions }: RatingColumns,
  question: AnalysisQuestion,
  cells: readonly DimensionCells[],
): number[] {
  const filled = dimensions.flatMap((_, place) => (cells[place]!.unit.length > 0 ? [place] : []));
  if (question.dimensions.length === 0) return filled;
  const wish = (place: number) => question.dimensions.indexOf(dimensions[place]!.key);
  return filled.sort((a, b) => wish(a) - wish(b));
}

/** The clusters of these cells, in the numbering of all units: what two policies are compared with. */
export function clustersOfCells(cells: DimensionCells, clusters: UnitClusters): UnitClusters {
  const of = new Int32Array(cells.unit.length);
  for (let cell = 0; cell < of.length; cell += 1) of[cell] = clusters.of[cells.unit[cell]!]!;
  return { of, count: clusters.count };
}

/** The same clusters numbered from 0 without gaps, in their old order: what is resampled may not be empty. */
export function compactClusters({ of, count }: UnitClusters): UnitClusters {
  const isFilled = new Uint8Array(count);
  for (const cluster of of) isFilled[cluster] = 1;
  const places = new Int32Array(count);
  let filled = 0;
  for (let cluster = 0; cluster < count; cluster += 1) {
    places[cluster] = filled;
    filled += isFilled[cluster]!;
  }
  return { of: of.map((cluster) => places[cluster]!), count: filled };
}

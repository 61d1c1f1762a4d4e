import { filled } from "#lib/domain/shared/filled.ts";
import type { RaterRows } from "#lib/domain/statistics/rater-rows.ts";
import { type AnalysisContext, compactClusters, partOf } from "./context.ts";
import { humanRatings } from "./human-items.ts";

/** Ratings of one dimension by people, with who gave them; raters and units numbered without gaps. */
export type RaterTable = RaterRows & {
  /** Index into the raters of the columns, by rater number. */
  raterPlaces: Int32Array;
  /** Unit of the columns, by item number. */
  units: Int32Array;
  /** Index of each rating in the columns. */
  ratings: Int32Array;
  /** Episode of each item, numbered without gaps. */
  clusters: Int32Array;
  clusterCount: number;
  /** Raters that are a place in a list and no person: left out. */
  positions: number;
};

/** Lays out the counted ratings by people on one dimension. O(ratings). */
export function raterTable(context: AnalysisContext, dimension: number): RaterTable {
  return partOf(context, `raters ${dimension}`, () => layOut(context, dimension));
}

function layOut(context: AnalysisContext, dimension: number): RaterTable {
  const { columns } = context;
  const all = humanRatings(context, dimension);
  const ratings = all.filter((rating) => !columns.raters[columns.rater[rating]!]!.isPosition);
  const raterOf = ratings.map((rating) => columns.rater[rating]!);
  const unitOf = ratings.map((rating) => columns.unit[rating]!);
  const raters = numbered(raterOf, columns.raters.length);
  const items = numbered(unitOf, columns.units.count);
  const { within } = context.clusters;
  const clusters = compactClusters({ of: items.places.map((unit) => within.of[unit]!), count: within.count });
  const positions = new Set(all.map((rating) => columns.rater[rating]!)).size - raters.places.length;
  return {
    raters: raters.numbers,
    items: items.numbers,
    values: filled(new Float64Array(ratings.length), ratings, (rating) => columns.score[rating]!),
    raterCount: raters.places.length,
    itemCount: items.places.length,
    raterPlaces: raters.places,
    units: items.places,
    ratings,
    clusters: clusters.of,
    clusterCount: clusters.count,
    positions,
  };
}

/** Numbers the places that occur, ascending; `places[number]` is the place. */
function numbered(of: Int32Array, count: number): { numbers: Int32Array; places: Int32Array } {
  const isUsed = new Uint8Array(count);
  for (const place of of) isUsed[place] = 1;
  const numberOf = new Int32Array(count);
  const places: number[] = [];
  for (let place = 0; place < count; place += 1) if (isUsed[place] === 1) numberOf[place] = places.push(place) - 1;
  return { numbers: of.map((place) => numberOf[place]!), places: Int32Array.from(places) };
}

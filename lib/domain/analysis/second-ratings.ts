import type { RatingColumns } from "./columns.ts";

type Columns = Pick<RatingColumns, "unit" | "rater" | "dimension" | "occurrence" | "source" | "order"> & {
  units: Pick<RatingColumns["units"], "count">;
  raters: readonly unknown[];
  dimensions: readonly unknown[];
};

/**
 * Indexes of the ratings that somebody gave to a unit and dimension after an earlier one, among `ratings` alone: one person
 * who rates an item twice is not two people who agree. Which one is the first does not depend on the order of the entries.
 * O(ratings), and little more where nobody rated twice.
 */
export function secondRatings(columns: Columns, ratings: Int32Array): number[] {
  const isRepeated = unitsWithRepeats(columns, ratings);
  if (!isRepeated) return [];
  const firsts = new Map<number, number>();
  const later: number[] = [];
  for (const rating of ratings) {
    const unit = columns.unit[rating]!;
    if (isRepeated[unit] === 0) continue;
    const key = (unit * columns.raters.length + columns.rater[rating]!) * columns.dimensions.length;
    const place = key + columns.dimension[rating]!;
    const known = firsts.get(place);
    const isFirst = known === undefined || isEarlier(columns, rating, known);
    if (isFirst) firsts.set(place, rating);
    if (known !== undefined) later.push(isFirst ? known : rating);
  }
  return later;
}

/** Marks the units that may hold two ratings by one person; null where none does. */
function unitsWithRepeats(columns: Columns, ratings: Int32Array): Uint8Array | null {
  const isInSeveral = ratersOfSeveralSources(columns, ratings);
  const marks = new Uint8Array(columns.units.count);
  let hasAny = false;
  for (const rating of ratings) {
    if (columns.occurrence[rating] === 0 && isInSeveral[columns.rater[rating]!] === 0) continue;
    marks[columns.unit[rating]!] = 1;
    hasAny = true;
  }
  return hasAny ? marks : null;
}

/** 1 for raters whose ratings come from more than one source, where each source counts from 0; by rater. */
export function ratersOfSeveralSources(
  { rater, source, raters }: Pick<Columns, "rater" | "source" | "raters">,
  ratings: Int32Array,
): Uint8Array {
  const firstSource = new Int32Array(raters.length).fill(-2);
  const isInSeveral = new Uint8Array(raters.length);
  for (const rating of ratings) {
    const who = rater[rating]!;
    if (firstSource[who] === -2) firstSource[who] = source[rating]!;
    else if (firstSource[who] !== source[rating]) isInSeveral[who] = 1;
  }
  return isInSeveral;
}

function isEarlier({ occurrence, source, order }: Columns, a: number, b: number): boolean {
  return (occurrence[a]! - occurrence[b]! || source[a]! - source[b]! || order[a]! - order[b]! || a - b) < 0;
}

import { readFloat64s, readInt16s, readInt32s } from "./binary-columns.ts";
import { repeatRows } from "./sql.ts";

/** Units whose ratings one statement reads: a million ratings in one answer would take ten times the memory of their columns. */
const UNITS_PER_PAGE = 5_000;

/** `occurrence` and the mark of a repeated row travel as one number, twice the first plus the second. */
const READ_RATINGS = `
  SELECT string_agg(int4send(unit_id), '') AS units, string_agg(int4send(rater_id), '') AS raters,
    string_agg(int4send(dimension_id), '') AS dimensions, string_agg(float8send(score), '') AS scores,
    string_agg(int4send(record), '') AS records,
    string_agg(int2send((least(occurrence, 100) * 2 + is_duplicate::int)::int2), '') AS marks
  FROM imported_ratings WHERE rater_id = ANY($1::int[]) AND unit_id BETWEEN $2::int AND $3::int`;

type RatingRow = Record<"units" | "raters" | "dimensions" | "scores" | "records" | "marks", Buffer | null>;

/** Ratings as they are stored, with ids in place of places. */
export type StoredRatings = {
  units: Int32Array;
  raters: Int32Array;
  dimensions: Int32Array;
  scores: Float64Array;
  records: Int32Array;
  marks: Int16Array;
};

/** The ratings that some raters gave to some units, as columns; `unitIds` in ascending order. Page by page. */
export async function readStoredRatings(
  raterIds: readonly number[],
  unitIds: readonly number[],
  unitsPerPage = UNITS_PER_PAGE,
): Promise<StoredRatings> {
  const pages: StoredRatings[] = [];
  for (let first = 0; first < unitIds.length; first += unitsPerPage) {
    const last = Math.min(unitIds.length, first + unitsPerPage) - 1;
    const [row] = await repeatRows<RatingRow>(READ_RATINGS, [raterIds, unitIds[first], unitIds[last]]);
    pages.push(readPage(row as RatingRow));
  }
  return joinPages(pages);
}

function readPage(row: RatingRow): StoredRatings {
  return {
    units: readInt32s(row.units),
    raters: readInt32s(row.raters),
    dimensions: readInt32s(row.dimensions),
    scores: readFloat64s(row.scores),
    records: readInt32s(row.records),
    marks: readInt16s(row.marks),
  };
}

/** Pages end to end; each is let go as it is taken over. */
function joinPages(pages: StoredRatings[]): StoredRatings {
  const total = pages.reduce((sum, { units }) => sum + units.length, 0);
  const joined: StoredRatings = {
    units: new Int32Array(total),
    raters: new Int32Array(total),
    dimensions: new Int32Array(total),
    scores: new Float64Array(total),
    records: new Int32Array(total),
    marks: new Int16Array(total),
  };
  let offset = 0;
  for (let page = pages.shift(); page; page = pages.shift()) {
    for (const name of Object.keys(joined) as (keyof StoredRatings)[]) joined[name].set(page[name], offset);
    offset += page.units.length;
  }
  return joined;
}

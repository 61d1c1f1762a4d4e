import type { AnalysisDimension, AnalysisRater, PeopleSource, RatingColumns } from "./columns.ts";
import { type DrawnFrame, placeFrames } from "./frames.ts";
import { buildUnitTable, joinUnits, unitKeyOf } from "./join-units.ts";
import type { RatingBlock } from "./rating-block.ts";

/**
 * Joins the ratings of several sources into one set of columns. Units meet on (item key, agent), raters on their key,
 * dimensions on key and range. Tables are sorted by key, so that the same data give the same indexes in every load,
 * whatever the order in which the database answers. `frames` are laid over the items. O(ratings) plus sorting of the tables.
 */
export function joinBlocks(blocks: readonly RatingBlock[], frames: readonly DrawnFrame[] = []): RatingColumns {
  const units = joinUnits(blocks.flatMap((block) => block.units));
  const raters = joinTable(blocks, (block) => block.raters, raterKeyOf, mergeRater);
  const dimensions = joinDimensions(blocks);
  const total = blocks.reduce((sum, block) => sum + block.score.length, 0);
  const sources = listSources(blocks);
  const columns = { ...newColumns(total), raters: raters.rows, dimensions: dimensions.rows, sources };
  let offset = 0;
  for (const block of blocks) {
    const unitIndex = Int32Array.from(block.units, (unit) => units.index.get(unitKeyOf(unit)) as number);
    const raterIndex = Int32Array.from(block.raters, (rater) => raters.index.get(raterKeyOf(rater)) as number);
    const dimensionIndex = Int16Array.from(block.dimensions, (one) => dimensions.index.get(scaleKeyOf(one)) as number);
    const sourceIndex = Int16Array.from(block.raters, (rater) =>
      rater.kind === "human" ? sources.findIndex(({ id }) => id === rater.sourceId) : -1,
    );
    for (let i = 0; i < block.score.length; i += 1) {
      columns.unit[offset + i] = unitIndex[block.unit[i]!]!;
      columns.rater[offset + i] = raterIndex[block.rater[i]!]!;
      columns.dimension[offset + i] = dimensionIndex[block.dimension[i]!]!;
      columns.source[offset + i] = sourceIndex[block.rater[i]!]!;
    }
    columns.score.set(block.score, offset);
    columns.occurrence.set(block.occurrence, offset);
    columns.duplicate.set(block.duplicate, offset);
    columns.excluded.set(block.excluded, offset);
    columns.order.set(block.order, offset);
    columns.seconds.set(block.seconds, offset);
    offset += block.score.length;
  }
  const table = buildUnitTable(units.units);
  return { ...columns, units: table, frames: placeFrames(table.items.key, frames) };
}

function newColumns(total: number): Omit<RatingColumns, "units" | "raters" | "dimensions" | "sources" | "frames"> {
  return {
    unit: new Int32Array(total),
    rater: new Int32Array(total),
    dimension: new Int16Array(total),
    score: new Float64Array(total),
    occurrence: new Uint8Array(total),
    duplicate: new Uint8Array(total),
    excluded: new Uint8Array(total),
    order: new Int32Array(total),
    seconds: new Float32Array(total),
    source: new Int16Array(total),
  };
}

/** The studies and imports that people's ratings came with, by id. One person may have rated in several imports. */
function listSources(blocks: readonly RatingBlock[]): PeopleSource[] {
  const people = blocks.flatMap((block) => block.raters).filter((rater) => rater.kind === "human");
  const names = new Map(people.map(({ sourceId, source }) => [sourceId, source]));
  return [...names.keys()].sort().map((id) => ({ id, name: names.get(id) as string }));
}

type Joined<Row> = { rows: Row[]; index: Map<string, number> };

function joinTable<Row>(
  blocks: readonly RatingBlock[],
  rowsOf: (block: RatingBlock) => readonly Row[],
  keyOf: (row: Row) => string,
  merge: (first: Row, second: Row) => Row,
): Joined<Row> {
  const byKey = new Map<string, Row>();
  for (const row of blocks.flatMap(rowsOf)) {
    const known = byKey.get(keyOf(row));
    byKey.set(keyOf(row), known ? merge(known, row) : row);
  }
  const keys = [...byKey.keys()].sort();
  return {
    rows: keys.map((key) => byKey.get(key) as Row),
    index: new Map(keys.map((key, place) => [key, place])),
  };
}

/** One rater of two sources: the first one's name, the names of both sources, all keys. */
function mergeRater(first: AnalysisRater, second: AnalysisRater): AnalysisRater {
  const sources = new Set([...first.source.split(SOURCES_JOINED), ...second.source.split(SOURCES_JOINED)]);
  const source = [...sources].sort().join(SOURCES_JOINED);
  const otherKeys = [...(first.otherKeys ?? []), ...(second.otherKeys ?? [])];
  const isInSeveral = first.isInSeveral || first.sourceId !== second.sourceId;
  return {
    ...first,
    source,
    ...(otherKeys.length > 0 ? { otherKeys } : {}),
    ...(isInSeveral ? { isInSeveral: true as const } : {}),
  };
}

const SOURCES_JOINED = "; ";

function raterKeyOf(rater: AnalysisRater): string {
  return `${rater.kind} ${rater.key}`;
}

function scaleKeyOf({ key, min, max }: AnalysisDimension): string {
  return `${key} ${min} ${max}`;
}

/** Dimensions keep the order in which sources list them. One key with two ranges gets the range into its name. */
function joinDimensions(blocks: readonly RatingBlock[]): Joined<AnalysisDimension> {
  const rows: AnalysisDimension[] = [];
  const index = new Map<string, number>();
  for (const dimension of blocks.flatMap((block) => block.dimensions)) {
    const scale = scaleKeyOf(dimension);
    const place = index.get(scale);
    const known = place === undefined ? undefined : rows[place];
    if (known) {
      if (!dimension.isWhole) rows[place as number] = { ...known, isWhole: false };
      continue;
    }
    const isKeyTaken = rows.some((row) => row.key === dimension.key);
    const range = `${dimension.min} to ${dimension.max}`;
    index.set(scale, rows.length);
    rows.push(
      isKeyTaken
        ? { ...dimension, key: `${dimension.key} (${range})`, name: `${dimension.name} (${range})` }
        : dimension,
    );
  }
  return { rows, index };
}

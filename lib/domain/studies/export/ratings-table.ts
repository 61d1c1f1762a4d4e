import type { Dimension } from "#lib/domain/dimensions/dimension.ts";
import { bandOf } from "#lib/domain/dimensions/scale.ts";
import { ANNOTATION_COLUMNS, type LongRow, RATING_COLUMNS } from "./annotation-columns.ts";
import type { Column, Table } from "./column.ts";
import { ITEM_COLUMNS } from "./item-columns.ts";
import type { ExportedAnnotation, ExportedItemSummary } from "./record.ts";

/** The long table: one row a rating. */
export function longTable(dimensions: readonly Dimension[]): Table<ExportedAnnotation, LongRow> {
  const bands = new Map(dimensions.map((dimension) => [dimension.id, dimension.bands]));
  return {
    columns: [...ITEM_COLUMNS, ...ANNOTATION_COLUMNS, ...RATING_COLUMNS],
    rows: (annotation) =>
      annotation.ratings.map((rating) => ({
        ...annotation,
        rating,
        band: bandOf(rating.score, bands.get(rating.dimension) ?? [])?.name ?? "",
      })),
  };
}

/** The wide table: one row an annotation, three columns for each dimension and agent (`goal_1`, `goal_rationale_1`, `goal_evidence_1`). */
export function wideTable(dimensions: readonly Dimension[]): Table<ExportedAnnotation> {
  const ratingColumns = dimensions.flatMap((dimension) =>
    ([1, 2] as const).flatMap((agent) => wideColumns(dimension, agent)),
  );
  return { columns: [...ITEM_COLUMNS, ...ANNOTATION_COLUMNS, ...ratingColumns], rows: (annotation) => [annotation] };
}

function wideColumns(dimension: Dimension, agent: 1 | 2): Column<ExportedAnnotation>[] {
  const find = (row: ExportedAnnotation) =>
    row.ratings.find((rating) => rating.dimension === dimension.id && rating.agent === agent);
  const range = `${dimension.min} to ${dimension.max}`;
  return [
    {
      name: `${dimension.id}_${agent}`,
      type: "integer",
      meaning: `Score of agent ${agent} on ${dimension.name}, ${range}.`,
      value: (row) => find(row)?.score ?? null,
    },
    {
      name: `${dimension.id}_rationale_${agent}`,
      type: "string",
      meaning: `Rationale for that score of agent ${agent}.`,
      value: (row) => find(row)?.rationale ?? null,
    },
    {
      name: `${dimension.id}_evidence_${agent}`,
      type: "string",
      meaning: `Turns cited for that score of agent ${agent}.`,
      value: (row) => find(row)?.evidence.join(" ") ?? null,
    },
  ];
}

/** One row an item, with how many annotations it wants and has. */
export function itemsTable(): Table<ExportedItemSummary> {
  return {
    columns: [
      ...ITEM_COLUMNS,
      { name: "wanted", type: "integer", meaning: "Annotations asked for.", value: (row) => row.wanted },
      {
        name: "submitted",
        type: "integer",
        meaning: "Annotations submitted, excluded ones among them.",
        value: (row) => row.submitted,
      },
      {
        name: "excluded",
        type: "integer",
        meaning: "Submitted annotations marked as excluded.",
        value: (row) => row.excluded,
      },
    ],
    rows: (item) => [item],
  };
}

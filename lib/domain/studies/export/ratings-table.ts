import { bandOf, type Dimension } from "#lib/domain/dimensions/dimension.ts";
import type { Column, Table } from "./column.ts";
import type {
  ExportedAnnotation,
  ExportedItem,
  ExportedItemSummary,
  ExportedPanelIdentity,
  ExportedRating,
} from "./record.ts";

/** Columns that say which item a row is about; shared by every table. */
const ITEM_COLUMNS: Column<ExportedItem>[] = [
  {
    name: "item",
    type: "integer",
    meaning: "Position of the item in the study, from 1.",
    value: (row) => row.itemPosition,
  },
  { name: "episode", type: "string", meaning: "Id that the source gave the episode.", value: (row) => row.episodeId },
  {
    name: "episode_variant",
    type: "integer",
    meaning: "0, or 1, 2, … where different contents came under one episode id.",
    value: (row) => row.episodeVariant,
  },
  {
    name: "scenario_codename",
    type: "string",
    meaning: "Codename of the scenario, empty when unknown.",
    value: (row) => row.codename,
  },
  { name: "tag", type: "string", meaning: "Tag of the experiment that produced the episode.", value: (row) => row.tag },
  {
    name: "agent_1_name",
    type: "string",
    meaning: "Name of agent 1 in the episode.",
    value: (row) => row.agentNames[0],
  },
  {
    name: "agent_2_name",
    type: "string",
    meaning: "Name of agent 2 in the episode.",
    value: (row) => row.agentNames[1],
  },
  {
    name: "agent_1_policy",
    type: "string",
    meaning: "Policy that drove agent 1; empty when the source is silent.",
    value: (row) => row.policies[0],
  },
  {
    name: "agent_2_policy",
    type: "string",
    meaning: "Policy that drove agent 2; empty when the source is silent.",
    value: (row) => row.policies[1],
  },
  {
    name: "stratum",
    type: "string",
    meaning: "Stratum of the sample the item was drawn from; empty without strata.",
    value: (row) => row.stratum,
  },
  {
    name: "inclusion_probability",
    type: "number",
    meaning: "Chance with which the episode entered the study, in (0, 1].",
    value: (row) => row.inclusionProbability,
  },
];

const ANNOTATION_COLUMNS: Column<ExportedAnnotation>[] = [
  {
    name: "annotation",
    type: "string",
    meaning: "Id of the annotation: all ratings one annotator gives one item.",
    value: (row) => row.annotationId,
  },
  {
    name: "annotator",
    type: "string",
    meaning: "Pseudonym of the annotator, valid inside this study only.",
    value: (row) => row.annotator,
  },
  {
    name: "sequence",
    type: "integer",
    meaning: "Which of the annotator’s items this was, from 1.",
    value: (row) => row.sequence,
  },
  {
    name: "assigned_at",
    type: "timestamp",
    meaning: "When the item was given out (UTC).",
    value: (row) => row.assignedAt,
  },
  {
    name: "started_at",
    type: "timestamp",
    meaning: "When the annotator first opened it (UTC).",
    value: (row) => row.startedAt,
  },
  {
    name: "submitted_at",
    type: "timestamp",
    meaning: "When the annotation was submitted (UTC).",
    value: (row) => row.submittedAt,
  },
  {
    name: "active_ms",
    type: "integer",
    meaning: "Milliseconds with the page visible and input within 30 seconds.",
    value: (row) => row.activeMs,
  },
  { name: "is_late", type: "boolean", meaning: "Submitted after its lease had ended.", value: (row) => row.isLate },
  {
    name: "is_extra",
    type: "boolean",
    meaning: "One more than asked for: its slot had gone to somebody else when it came in.",
    value: (row) => row.isExtra,
  },
  {
    name: "is_excluded",
    type: "boolean",
    meaning: "Marked by a researcher as not to be counted.",
    value: (row) => row.isExcluded,
  },
  { name: "excluded_reason", type: "string", meaning: "Why it was excluded.", value: (row) => row.excludedReason },
];

/** One rating with the annotation around it: a row of the long table. */
export type LongRow = ExportedAnnotation & { rating: ExportedRating; band: string };

const RATING_COLUMNS: Column<LongRow>[] = [
  { name: "agent", type: "integer", meaning: "Seat of the rated agent, 1 or 2.", value: (row) => row.rating.agent },
  {
    name: "agent_name",
    type: "string",
    meaning: "Name of the rated agent.",
    value: (row) => row.agentNames[row.rating.agent - 1] ?? "",
  },
  {
    name: "agent_policy",
    type: "string",
    meaning: "Policy of the rated agent.",
    value: (row) => row.policies[row.rating.agent - 1] ?? null,
  },
  { name: "dimension", type: "string", meaning: "Id of the dimension.", value: (row) => row.rating.dimension },
  {
    name: "score",
    type: "integer",
    meaning: "The score, inside the range of the dimension.",
    value: (row) => row.rating.score,
  },
  { name: "band", type: "string", meaning: "Name of the band the score lies in.", value: (row) => row.band },
  {
    name: "rationale",
    type: "string",
    meaning: "The annotator’s words for this score.",
    value: (row) => row.rating.rationale,
  },
  {
    name: "evidence",
    type: "string",
    meaning: "Turn numbers cited, ascending, separated by blanks.",
    value: (row) => row.rating.evidence.join(" "),
  },
];

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

/** One row an annotator with what the panel calls them. Personal data: for administrators, apart from all ratings. */
export function panelIdentitiesTable(): Table<ExportedPanelIdentity> {
  return {
    columns: [
      { name: "annotator", type: "string", meaning: "Pseudonym inside this study.", value: (row) => row.annotator },
      { name: "panel", type: "string", meaning: "The recruiting panel.", value: (row) => row.panel },
      {
        name: "participant_id",
        type: "string",
        meaning: "What the panel calls the person.",
        value: (row) => row.participantId,
      },
      {
        name: "session_ids",
        type: "string",
        meaning: "The panel’s sessions of this person, oldest first.",
        value: (row) => row.sessionIds.join(" "),
      },
      {
        name: "outcome",
        type: "string",
        meaning: "How the visit ended; empty while it has not.",
        value: (row) => row.outcome,
      },
      { name: "entered_at", type: "timestamp", meaning: "First arrival (UTC).", value: (row) => row.enteredAt },
      {
        name: "purge_after",
        type: "timestamp",
        meaning: "When these ids are deleted (UTC).",
        value: (row) => row.purgeAfter,
      },
    ],
    rows: (identity) => [identity],
  };
}

import { z } from "zod";

/** The shapes of rating files, recognised by content. Only a `table` needs somebody to say what its columns mean. */
const RATING_SHAPES = [
  "sotopia-official",
  "sotopia-crowd",
  "sotopia-annotation",
  "pilot-sheet",
  "judge-by-episode",
  "evaluator-lines",
  "table",
] as const;
/** One of {@link RATING_SHAPES}. */
export type RatingShape = (typeof RATING_SHAPES)[number];

/** The longest name of a column and of a dimension, the most of both that a mapping holds, and the furthest score from 0. */
export const MAPPING_LIMITS = { columnName: 200, dimensionName: 100, scores: 200, scales: 200, score: 1e6 } as const;
const { columnName, dimensionName, score: furthest } = MAPPING_LIMITS;

const column = z.string().max(columnName).default("");
const words = z.string().trim().max(300).default("");

/** One scale: the lowest and highest score, and whether only whole numbers lie between. */
export const importScaleSchema = z
  .object({
    key: z.string().trim().min(1).max(dimensionName),
    name: z.string().trim().min(1).max(dimensionName),
    min: z.number().min(-furthest).max(furthest),
    max: z.number().min(-furthest).max(furthest),
    isWhole: z.boolean(),
  })
  .refine((scale) => scale.min < scale.max, { message: "The lowest score must be below the highest.", path: ["max"] });

/**
 * A column of a table that holds scores. `holds`: one `score`; a `list` of them, by people in no fixed order; or an
 * object from `raters` or from `dimensions` to scores. `dimension` is fixed for the column, or empty to be read from the
 * table's dimension column; so is the rater: `raterColumn` before `rater`, both empty for the table's rater column.
 */
const scoreColumnSchema = z.object({
  column: z.string().min(1).max(columnName),
  holds: z.enum(["score", "list", "raters", "dimensions"]),
  kind: z.enum(["human", "judge"]),
  dimension: column,
  rater: words,
  raterColumn: column,
  rationaleColumn: column,
  /** Seat that the column rates; null to be read from the table's agent column, 0 for the item as a whole. */
  agent: z
    .union([z.literal(0), z.literal(1), z.literal(2)])
    .nullable()
    .default(null),
});
export type ScoreColumn = z.output<typeof scoreColumnSchema>;

/**
 * Which columns of a table say what; an empty name is a column that the table does not have. A proposal for a table of
 * which no score could be read has no scales; nothing is imported without one.
 */
export const tableMappingSchema = z.object({
  item: column,
  /** Several systems answer one item of the table: then item and system together are what is rated. */
  isItemShared: z.boolean().default(false),
  cluster: column,
  scenario: column,
  system: column,
  agent: column,
  dimension: column,
  rater: column,
  raterKind: column,
  rationale: column,
  /** The chance with which the item was chosen for people to rate. */
  inclusion: column,
  scores: z
    .array(scoreColumnSchema)
    .min(1, "Choose at least one column that holds scores.")
    .max(MAPPING_LIMITS.scores, `At most ${MAPPING_LIMITS.scores} columns of scores.`),
  scales: z.array(importScaleSchema).max(MAPPING_LIMITS.scales, `At most ${MAPPING_LIMITS.scales} dimensions.`),
});
export type TableMapping = z.output<typeof tableMappingSchema>;

/** A judge as somebody names it; two versions are two judges. */
const judgeSchema = z.object({
  name: words,
  model: words,
  version: words,
  prompt: z.string().max(20_000).default(""),
});
export type NamedJudge = z.output<typeof judgeSchema>;

/** What a file does not say itself: who rated (a sheet of one person), which judge, and the condition of its episodes. */
export const ratingMappingSchema = z.object({
  version: z.literal(1).default(1),
  rater: words,
  judge: judgeSchema.prefault({}),
  condition: words,
  table: tableMappingSchema.nullable().default(null),
});
/** The document that is stored with an import and accepted by the command and the API. */
export type RatingMapping = z.output<typeof ratingMappingSchema>;

import { ANNOTATION_COLUMNS, RATING_COLUMNS } from "./annotation-columns.ts";
import { ITEM_COLUMNS } from "./item-columns.ts";
import type { ManifestField } from "./manifest.ts";

const COLUMNS: ReadonlyMap<string, ManifestField> = new Map(
  [...ITEM_COLUMNS, ...ANNOTATION_COLUMNS, ...RATING_COLUMNS].map((column) => [column.name, column]),
);

/** A field that holds what a column of the tables holds, in the column's own words. */
function asColumn(name: string, column: string): ManifestField {
  const known = COLUMNS.get(column);
  if (!known) throw new Error(`The tables of an export have no column ${column}.`);
  return { name, type: known.type, meaning: known.meaning };
}

/** Fields of one object of `annotations.jsonl`, nested ones by their path; `[]` is each element of a list. */
export const ANNOTATION_FIELDS: readonly ManifestField[] = [
  asColumn("itemPosition", "item"),
  asColumn("episodeId", "episode"),
  asColumn("episodeVariant", "episode_variant"),
  asColumn("codename", "scenario_codename"),
  asColumn("tag", "tag"),
  { name: "agentNames[]", type: "string", meaning: "Names of agent 1 and agent 2." },
  {
    name: "policies[]",
    type: "string",
    meaning: "Policies that drove agent 1 and agent 2; null when the source is silent.",
  },
  asColumn("stratum", "stratum"),
  asColumn("inclusionProbability", "inclusion_probability"),
  asColumn("annotationId", "annotation"),
  asColumn("annotator", "annotator"),
  asColumn("sequence", "sequence"),
  asColumn("assignedAt", "assigned_at"),
  asColumn("startedAt", "started_at"),
  asColumn("submittedAt", "submitted_at"),
  asColumn("activeMs", "active_ms"),
  asColumn("isLate", "is_late"),
  asColumn("isExtra", "is_extra"),
  asColumn("isExcluded", "is_excluded"),
  asColumn("excludedReason", "excluded_reason"),
  asColumn("ratings[].agent", "agent"),
  asColumn("ratings[].dimension", "dimension"),
  asColumn("ratings[].score", "score"),
  asColumn("ratings[].rationale", "rationale"),
  { name: "ratings[].evidence[]", type: "integer", meaning: "Numbers of the turns cited, ascending." },
];

/** Fields of one line of `sotopia-annotations.jsonl`: SOTOPIA’s AnnotationForEpisode. */
export const SOTOPIA_FIELDS: readonly ManifestField[] = [
  { name: "pk", type: "string", meaning: "Id of the annotation." },
  asColumn("episode", "episode"),
  asColumn("annotator_id", "annotator"),
  {
    name: "rewards[][0]",
    type: "number",
    meaning: "For agent 1, then agent 2: the plain mean of the seven scores.",
  },
  {
    name: "rewards[][1]{}",
    type: "number",
    meaning: "For agent 1, then agent 2: the score by dimension id, and the mean again as overall_score.",
  },
  { name: "reasoning", type: "string", meaning: "All rationales as one text, a header for each agent." },
];

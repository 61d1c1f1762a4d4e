import type { ManifestField } from "./manifest.ts";

/** Fields of one object of `annotations.jsonl`, nested ones by their path; `[]` is each element of a list. */
export const ANNOTATION_FIELDS: readonly ManifestField[] = [
  { name: "itemPosition", type: "integer", meaning: "Position of the item in the study, from 1." },
  { name: "episodeId", type: "string", meaning: "Id that the source gave the episode." },
  {
    name: "episodeVariant",
    type: "integer",
    meaning: "0, or 1, 2, … where different contents came under one episode id.",
  },
  { name: "codename", type: "string", meaning: "Codename of the scenario, empty when unknown." },
  { name: "tag", type: "string", meaning: "Tag of the experiment that produced the episode." },
  { name: "agentNames[]", type: "string", meaning: "Names of agent 1 and agent 2." },
  {
    name: "policies[]",
    type: "string",
    meaning: "Policies that drove agent 1 and agent 2; null when the source is silent.",
  },
  { name: "stratum", type: "string", meaning: "Stratum of the sample the item was drawn from; empty without strata." },
  {
    name: "inclusionProbability",
    type: "number",
    meaning: "Chance with which the episode entered the study, in (0, 1].",
  },
  { name: "annotationId", type: "string", meaning: "Id of the annotation: all ratings one annotator gives one item." },
  { name: "annotator", type: "string", meaning: "Pseudonym of the annotator, valid inside this study only." },
  { name: "sequence", type: "integer", meaning: "Which of the annotator’s items this was, from 1." },
  { name: "assignedAt", type: "timestamp", meaning: "When the item was given out (UTC, ISO 8601)." },
  { name: "startedAt", type: "timestamp", meaning: "When the annotator first opened it." },
  { name: "submittedAt", type: "timestamp", meaning: "When the annotation was submitted." },
  { name: "activeMs", type: "integer", meaning: "Milliseconds with the page visible and input within 30 seconds." },
  { name: "isLate", type: "boolean", meaning: "Submitted after its lease had ended." },
  {
    name: "isExtra",
    type: "boolean",
    meaning: "One more than asked for: its slot had gone to somebody else when it came in.",
  },
  { name: "isExcluded", type: "boolean", meaning: "Marked by a researcher as not to be counted." },
  { name: "excludedReason", type: "string", meaning: "Why it was excluded." },
  { name: "ratings[].agent", type: "integer", meaning: "Seat of the rated agent, 1 or 2." },
  { name: "ratings[].dimension", type: "string", meaning: "Id of the dimension." },
  { name: "ratings[].score", type: "integer", meaning: "The score, inside the range of the dimension." },
  { name: "ratings[].rationale", type: "string", meaning: "The annotator’s words for this score." },
  { name: "ratings[].evidence[]", type: "integer", meaning: "Numbers of the turns cited, ascending." },
];

/** Fields of one line of `sotopia-annotations.jsonl`: SOTOPIA’s AnnotationForEpisode. */
export const SOTOPIA_FIELDS: readonly ManifestField[] = [
  { name: "pk", type: "string", meaning: "Id of the annotation." },
  { name: "episode", type: "string", meaning: "Id that the source gave the episode." },
  { name: "annotator_id", type: "string", meaning: "Pseudonym of the annotator, valid inside this study only." },
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

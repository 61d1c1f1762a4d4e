import { createReadStream } from "node:fs";
import path from "node:path";
import { recognizeCondition } from "#lib/domain/analysis/replication/conditions.ts";
import type {
  BothAgents,
  EpisodeFacts,
  JudgeFile,
  RatingFile,
  RatingRow,
} from "#lib/domain/analysis/replication/material.ts";
import { SOTOPIA_DIMENSION_IDS } from "#lib/domain/dimensions/sotopia-dimensions.ts";
import { parseRecord } from "#lib/domain/episodes/import/parse-record.ts";
import { recogniseRecord } from "#lib/domain/episodes/import/record-kind.ts";
import { ratingMappingSchema } from "#lib/domain/rating-imports/rating-mapping.ts";
import { buildRatingReader } from "#lib/domain/rating-imports/rating-reader.ts";
import type { Fields, ParsedRatings, RatingReader } from "#lib/domain/rating-imports/rating-record.ts";
import { recognizeShape } from "#lib/domain/rating-imports/shapes.ts";
import { readRatingRecords } from "../rating-imports/read-records.ts";
import { sha256 } from "../sha256.ts";

/** What a folder holds of the study, each part with the file it came from. */
export type StudyFiles = {
  ratings: RatingFile[];
  episodes: { name: string; facts: EpisodeFacts[] }[];
  judges: JudgeFile[];
  /** Files that could not be read, or only in part, as sentences. */
  problems: string[];
};

type Kind = "ratings" | "judges" | "episodes";

/** What a file holds, told by its first record; null for what the replication does not need. */
function kindOf(first: Fields): Kind | null {
  const shape = recognizeShape(first);
  if (shape === "sotopia-official") return "ratings";
  if (shape === "judge-by-episode" || shape === "evaluator-lines") return "judges";
  return recogniseRecord(first as Record<string, unknown>)?.kind === "episode" ? "episodes" : null;
}

/** Reads the named files of a folder. A file of something else is left after its first record. */
export async function readStudyFiles(folder: string, names: readonly string[]): Promise<StudyFiles> {
  const files: StudyFiles = { ratings: [], episodes: [], judges: [], problems: [] };
  for (const name of names) await readOne(files, folder, name);
  return files;
}

async function readOne(files: StudyFiles, folder: string, name: string): Promise<void> {
  const records: { line: number; fields: Fields }[] = [];
  let kind: Kind | null = null;
  for await (const read of readRatingRecords(createReadStream(path.join(folder, name)))) {
    if ("refused" in read) {
      if (kind !== null) files.problems.push(`${name}, line ${read.line}: ${read.refused}`);
      continue;
    }
    kind ??= kindOf(read.fields);
    if (kind === null) return;
    records.push(read);
  }
  if (kind !== null) TAKE[kind](files, name, records);
}

type Records = readonly { line: number; fields: Fields }[];

/** Adds what a file holds of the study. */
const TAKE: Record<Kind, (files: StudyFiles, name: string, records: Records) => void> = {
  ratings(files, name, records) {
    const reader = readerOf("sotopia-official", name);
    const rows = records.flatMap(({ line, fields }) => {
      const parsed = reader(fields);
      files.problems.push(...refusals(parsed).map((reason) => `${name}, line ${line}: ${reason}`));
      return parsed.outcome === "taken" ? [ratingRow(parsed, line)] : [];
    });
    if (rows.length > 0) files.ratings.push({ name, rows });
  },
  judges(files, name, records) {
    const shape = recognizeShape(records[0]?.fields ?? {});
    const reader = readerOf(shape as "judge-by-episode" | "evaluator-lines", name);
    const scores = new Map<string, BothAgents>();
    for (const { fields } of records) {
      const parsed = reader(fields);
      const both = parsed.outcome === "taken" ? bothAgents(scoresOf(parsed)) : null;
      if (parsed.outcome === "taken" && both) scores.set(parsed.facts.itemKey, both);
    }
    if (scores.size > 0) files.judges.push({ name, scores });
  },
  episodes(files, name, records) {
    const facts = records.map(({ fields }) => episodeFacts(fields)).filter((found) => found !== null);
    if (facts.length > 0) files.episodes.push({ name, facts });
  },
};

function readerOf(shape: "sotopia-official" | "judge-by-episode" | "evaluator-lines", name: string): RatingReader {
  const baseName = path.basename(name, path.extname(name));
  return buildRatingReader({ shape, mapping: ratingMappingSchema.parse({}), baseName, dragFilled: null });
}

/** Why a record, or some of its scores, cannot be read. */
function refusals(parsed: ParsedRatings): readonly string[] {
  if (parsed.outcome === "taken") return parsed.refusedScores;
  return parsed.outcome === "refused" ? [parsed.reason] : [];
}

type Taken = Extract<ParsedRatings, { outcome: "taken" }>;

function scoresOf({ ratings }: Taken): RatingRow["scores"] {
  const scores: [Record<string, number>, Record<string, number>] = [{}, {}];
  for (const { agent, dimension, score } of ratings) if (agent !== 0) scores[agent - 1]![dimension] = score;
  return scores;
}

function ratingRow(parsed: Taken, line: number): RatingRow {
  const { itemKey, condition, shownScenario } = parsed.facts;
  const draft = parsed.ratings[0]?.rater;
  const rater = draft?.kind === "human" ? draft.id : "";
  return { episode: itemKey, conditionName: condition, shownScenario, rater, line, scores: scoresOf(parsed) };
}

/** Fourteen scores, or null where one is missing. */
function bothAgents(scores: RatingRow["scores"]): BothAgents | null {
  const both = scores.map((ofOne) => SOTOPIA_DIMENSION_IDS.map((id) => ofOne[id] ?? Number.NaN));
  return both.flat().some(Number.isNaN) ? null : (both as unknown as BothAgents);
}

/** Facts of an episode of the study; null for an episode of another experiment. */
function episodeFacts(fields: Fields): EpisodeFacts | null {
  const parsed = parseRecord(fields, { hash: sha256 });
  if (parsed.outcome === "refused" || parsed.kind !== "episode") return null;
  if (recognizeCondition(parsed.tag, "") === null) return null;
  const policies = [parsed.agentModels[0] ?? "", parsed.agentModels[1] ?? ""] as const;
  return { id: parsed.sourceId, tag: parsed.tag, policies, scenario: parsed.document.scenario };
}

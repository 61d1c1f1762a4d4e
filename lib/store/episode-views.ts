import { z } from "zod";
import { type ReadDocument, readStoredDocument } from "#lib/domain/episodes/stored-document.ts";
import { getDb } from "./db.ts";
import type { Episode, Judge } from "./generated/client.ts";
import { readNamedVersions } from "./judge-versions.ts";
import { readRaw } from "./raw-record.ts";

const repairsSchema = z.array(z.object({ code: z.string(), message: z.string() })).catch([]);
const factsSchema = z
  .object({ endReason: z.string().default(""), judgmentGaps: z.array(z.string()).default([]) })
  .catch({ endReason: "", judgmentGaps: [] });

/** One rating that a judge gave with an episode. */
export type JudgmentRatingView = { agent: number; dimension: string; score: number; rationale: string };

/** All ratings of one judge. */
export type JudgmentView = {
  judgeId: string;
  judgeName: string;
  model: string;
  /** Empty where nobody said. */
  version: string;
  isDemo: boolean;
  ratings: JudgmentRatingView[];
};

/** Another record of the same source id, or of the same dialogue under another one. */
export type RelatedEpisode = {
  id: string;
  sourceId: string;
  variant: number;
  conflictState: string | null;
  sourceFile: string;
};

/** An episode with its document and everything that hangs on it, save human annotations. */
export type EpisodeView = ReadDocument & {
  episode: Omit<Episode, "search">;
  repairs: { code: string; message: string }[];
  facts: { endReason: string; judgmentGaps: string[] };
  importFileName: string | null;
  scenarioId: string | null;
  judgments: JudgmentView[];
  versions: RelatedEpisode[];
  sameDialogue: RelatedEpisode[];
  relationshipStory: string | null;
};

const RELATED = { id: true, sourceId: true, variant: true, conflictState: true, sourceFile: true } as const;

/** Reads one episode whole; null when there is none. */
export async function findEpisodeView(id: string): Promise<EpisodeView | null> {
  const db = getDb();
  const row = await db.episode.findUnique({
    where: { id },
    include: {
      document: { select: { document: true, repairs: true, facts: true } },
      import: { select: { fileName: true } },
      judgments: { include: { judge: true, ratings: true }, orderBy: { createdAt: "asc" } },
    },
  });
  if (!row?.document) return null;
  const { document: record, import: source, judgments, ...episode } = row;
  const [versions, sameDialogue, scenario, relationshipStory, named] = await Promise.all([
    db.episode.findMany({
      where: { sourceId: row.sourceId, id: { not: id } },
      select: RELATED,
      orderBy: { variant: "asc" },
    }),
    findSameDialogue(row),
    row.scenarioSourceId
      ? db.scenario.findFirst({ where: { sourceId: row.scenarioSourceId, isCurrent: true }, select: { id: true } })
      : null,
    findRelationshipStory(row.agent1SourceId, row.agent2SourceId, row.relationship),
    readNamedVersions(judgments.map(({ judge }) => `judge:episodes:${judge.id}`)),
  ]);
  return {
    episode,
    ...readStoredDocument(record.document, {
      scenario: row.scenarioText,
      names: [row.agent1Name, row.agent2Name],
    }),
    repairs: repairsSchema.parse(record.repairs),
    facts: factsSchema.parse(record.facts),
    importFileName: source?.fileName ?? null,
    scenarioId: scenario?.id ?? null,
    judgments: judgments.map((judgment) => toJudgmentView(judgment, named)),
    versions,
    sameDialogue,
    relationshipStory,
  };
}

/** Up to ten episodes that tell the same dialogue under another id. */
async function findSameDialogue(row: { dialogueHash: string; sourceId: string }): Promise<RelatedEpisode[]> {
  if (row.dialogueHash === "") return [];
  return getDb().episode.findMany({
    where: { dialogueHash: row.dialogueHash, sourceId: { not: row.sourceId } },
    select: RELATED,
    orderBy: { sourceId: "asc" },
    take: 10,
  });
}

/** A judgment with the version that its judge has, or was given afterwards. */
function toJudgmentView(
  { judge, ratings }: { judge: Judge; ratings: JudgmentRatingView[] },
  named: ReadonlyMap<string, string>,
): JudgmentView {
  return {
    judgeId: judge.id,
    judgeName: judge.name,
    model: judge.model,
    version: judge.version || (named.get(`judge:episodes:${judge.id}`) ?? ""),
    isDemo: judge.isDemo,
    ratings: ratings.map(({ agent, dimension, score, rationale }) => ({ agent, dimension, score, rationale })),
  };
}

/** The story behind two characters' acquaintance, of the kind that the scenario asks for; null when none is told. */
async function findRelationshipStory(
  first: string | null,
  second: string | null,
  relationship: number | null,
): Promise<string | null> {
  if (!first || !second || relationship === null) return null;
  const row = await getDb().relationshipProfile.findFirst({
    where: {
      relationship,
      isCurrent: true,
      backgroundStory: { not: null },
      OR: [
        { agent1SourceId: first, agent2SourceId: second },
        { agent1SourceId: second, agent2SourceId: first },
      ],
    },
    orderBy: { sourceId: "asc" },
  });
  return row?.backgroundStory ?? null;
}

/** One submitted annotation of an episode, whatever study it belongs to. */
export type EpisodeAnnotationView = {
  annotationId: string;
  studyId: string;
  studyName: string;
  pseudonym: string;
  isExcluded: boolean;
  ratings: { agent: number; dimension: string; name: string; score: number; rationale: string; evidence: number[] }[];
};

/** The submitted annotations of an episode in the order of their submission; previews are never among them. */
export async function listEpisodeAnnotations(episodeId: string): Promise<EpisodeAnnotationView[]> {
  const rows = await getDb().annotation.findMany({
    where: {
      state: "submitted",
      assignment: { studyItem: { episodeId }, annotator: { isPreview: false } },
    },
    include: {
      assignment: { include: { annotator: { include: { study: { select: { id: true, name: true } } } } } },
      ratings: { include: { scale: { select: { name: true, position: true } } } },
    },
    orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
    take: 50,
  });
  return rows.map(({ id, excludedAt, assignment, ratings }) => ({
    annotationId: id,
    studyId: assignment.annotator.study.id,
    studyName: assignment.annotator.study.name,
    pseudonym: assignment.annotator.pseudonym,
    isExcluded: excludedAt !== null,
    ratings: ratings
      .sort((one, other) => one.scale.position - other.scale.position || one.agent - other.agent)
      .map(({ agent, dimension, scale, score, rationale, evidence }) => ({
        ...{ agent, dimension, name: scale.name, score: score ?? Number.NaN, rationale, evidence },
      })),
  }));
}

/** The record as its file has it. `raw` is null where its stored bytes are damaged. */
export type RawRecord = { sourceId: string; sourceFile: string; raw: string | null };

/** The record as its file has it, and what it is called; null when there is no such episode. */
export async function findRawRecord(id: string): Promise<RawRecord | null> {
  const row = await getDb().episodeRecord.findUnique({
    where: { episodeId: id },
    select: { raw: true, episode: { select: { sourceId: true, sourceFile: true } } },
  });
  return row ? { ...row.episode, raw: readRaw(row.raw) } : null;
}

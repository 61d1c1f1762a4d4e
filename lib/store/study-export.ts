import type {
  ExportedAnnotation,
  ExportedItem,
  ExportedPanelIdentity,
  ExportedRating,
  ExportedStudy,
} from "#lib/domain/studies/export/record.ts";
import { getDb } from "./db.ts";
import { Prisma } from "./generated/client.ts";
import { toDimension } from "./studies.ts";

/** The study as an export describes it, with its scales in order; null for an unknown id. */
export async function findExportedStudy(studyId: string): Promise<ExportedStudy | null> {
  const study = await getDb().study.findUnique({
    where: { id: studyId },
    include: { dimensions: { orderBy: { position: "asc" } } },
  });
  if (!study) return null;
  const dimensions = study.dimensions.map(toDimension);
  return {
    studyId: study.id,
    name: study.name,
    kind: study.kind,
    state: study.state,
    isDemo: study.isDemo,
    annotationsPerItem: study.annotationsPerItem,
    itemsPerAnnotator: study.itemsPerAnnotator,
    minutesPerItem: study.minutesPerItem,
    guidelinesVersion: study.guidelinesVersion,
    consentVersion: study.consentVersion,
    consentText: study.consentText,
    contact: study.contact,
    hasPractice: study.hasPractice,
    isDesktopOnly: study.isDesktopOnly,
    panelKind: study.panelKind,
    panelStudyId: study.panelStudyId,
    completionUrl: study.completionUrl,
    rewardMinor: study.rewardMinor,
    currency: study.currency,
    qualifyingStudyId: study.qualifyingStudyId,
    sampling: study.sampling,
    seed: study.seed,
    designHash: study.designHash,
    launchedAt: study.launchedAt,
    closedAt: study.closedAt,
    dimensions,
  };
}

type ItemRow = Omit<ExportedItem, "agentNames" | "policies"> & {
  agent1Name: string;
  agent2Name: string;
  agent1Policy: string | null;
  agent2Policy: string | null;
};

const ITEM_FIELDS = Prisma.sql`
  i.position AS "itemPosition", e.source_id AS "episodeId", e.variant AS "episodeVariant", e.codename, e.tag,
  e.agent1_name AS "agent1Name", e.agent2_name AS "agent2Name", e.agent1_policy AS "agent1Policy",
  e.agent2_policy AS "agent2Policy", i.stratum, i.inclusion_probability AS "inclusionProbability"`;

function itemOf<Row extends ItemRow>(
  row: Row,
): Omit<Row, "agent1Name" | "agent2Name" | "agent1Policy" | "agent2Policy"> & ExportedItem {
  const { agent1Name, agent2Name, agent1Policy, agent2Policy, ...rest } = row;
  return { ...rest, agentNames: [agent1Name, agent2Name], policies: [agent1Policy, agent2Policy] };
}

type AnnotationRow = ItemRow & Omit<ExportedAnnotation, keyof ExportedItem>;

/** The submitted annotations with these ids, in the order of the ids. Ratings come in the order of the study's dimensions, agent 1 first. */
export async function listExportedAnnotations(ids: readonly string[]): Promise<ExportedAnnotation[]> {
  const rows = await getDb().$queryRaw<AnnotationRow[]>`
    SELECT ${ITEM_FIELDS}, n.id AS "annotationId", p.pseudonym AS annotator, a.sequence,
      a.assigned_at AS "assignedAt", a.started_at AS "startedAt", n.submitted_at AS "submittedAt", NULLIF(n.active_ms, 0) AS "activeMs",
      a.is_late AS "isLate", a.slot_id IS NULL AND NOT n.is_replaced AS "isExtra", n.excluded_at IS NOT NULL AS "isExcluded",
      n.excluded_reason AS "excludedReason", r.ratings
    FROM unnest(${[...ids]}::text[]) WITH ORDINALITY AS wanted(id, place)
    JOIN annotations n ON n.id = wanted.id
    JOIN assignments a ON a.id = n.assignment_id
    JOIN annotators p ON p.id = a.annotator_id
    JOIN study_items i ON i.id = a.study_item_id
    JOIN episodes e ON e.id = i.episode_id
    CROSS JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('agent', g.agent, 'dimension', g.dimension, 'score', g.score,
        'rationale', g.rationale, 'evidence', to_jsonb(g.evidence)) ORDER BY d.position, g.agent) AS ratings
      FROM ratings g JOIN study_dimensions d ON d.study_id = g.study_id AND d.dimension = g.dimension
      WHERE g.annotation_id = n.id AND g.score IS NOT NULL
    ) r
    ORDER BY wanted.place`;
  return rows.map((row) => ({ ...itemOf(row), ratings: (row.ratings ?? []) as ExportedRating[] }));
}

/** Every item of a study, by position. */
export async function listExportedItems(studyId: string): Promise<ExportedItem[]> {
  const rows = await getDb().$queryRaw<ItemRow[]>`
    SELECT ${ITEM_FIELDS} FROM study_items i JOIN episodes e ON e.id = i.episode_id
    WHERE i.study_id = ${studyId}
    ORDER BY i.position`;
  return rows.map(itemOf);
}

/** The panel identities of a study's annotators, oldest first. Only the administrators' file may hold them. */
export async function listExportedPanelIdentities(studyId: string): Promise<ExportedPanelIdentity[]> {
  const rows = await getDb().panelIdentity.findMany({
    where: { annotator: { studyId, isPreview: false } },
    include: { annotator: { select: { pseudonym: true, outcome: true } } },
    orderBy: [{ createdAt: "asc" }, { annotatorId: "asc" }],
  });
  return rows.map((row) => ({
    annotator: row.annotator.pseudonym,
    panel: row.panel,
    participantId: row.participantId,
    sessionIds: row.sessionIds,
    outcome: row.annotator.outcome,
    enteredAt: row.createdAt,
    purgeAfter: row.purgeAfter,
  }));
}

/** Keeps the manifest of an export, so that counts and checksums can be compared later. */
export async function createStudyExport(input: {
  studyId: string;
  format: string;
  manifest: object;
  createdById: string | null;
}): Promise<void> {
  await getDb().studyExport.create({ data: { ...input, manifest: input.manifest as Prisma.InputJsonValue } });
}

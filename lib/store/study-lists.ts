import type { PanelKind } from "#lib/domain/studies/design.ts";
import { PAID_IN_FULL } from "#lib/domain/studies/outcomes.ts";
import type { StudySummary } from "#lib/domain/studies/study.ts";
import type { DbOrTransaction } from "./db.ts";
import { Prisma } from "./generated/client.ts";
import { countPassed } from "./pilots.ts";

/** Where the next page of the list starts. */
export type StudyCursor = { createdAt: Date; id: string };

type SummaryRow = Omit<StudySummary, "itemCount" | "wanted" | "submitted" | "annotatorCount"> & {
  item_count: bigint;
  wanted: bigint;
  submitted: bigint;
  annotator_count: bigint;
};

/** Studies, newest first, with what there is of what is wanted, so without extra annotations. One row more than `limit` tells that there are more. */
export async function listStudySummaries(
  db: DbOrTransaction,
  options: { limit: number; after: StudyCursor | null; isLaunched?: boolean },
): Promise<StudySummary[]> {
  const after = options.after
    ? Prisma.sql`AND (s.created_at, s.id) < (${options.after.createdAt}, ${options.after.id})`
    : Prisma.empty;
  const rows = await db.$queryRaw<SummaryRow[]>`
    SELECT s.id, s.name, s.kind::text AS kind, s.state::text AS state, s.panel_kind::text AS "panelKind",
      s.is_demo AS "isDemo", s.created_at AS "createdAt", s.launched_at AS "launchedAt",
      i.item_count, i.item_count * s.annotations_per_item AS wanted, a.submitted, p.annotator_count
    FROM studies s
    CROSS JOIN LATERAL (SELECT count(*) AS item_count FROM study_items WHERE study_id = s.id) i
    CROSS JOIN LATERAL (
      SELECT count(*) AS submitted FROM annotations n
      JOIN assignments g ON g.id = n.assignment_id JOIN annotators r ON r.id = g.annotator_id
      WHERE n.study_id = s.id AND n.state = 'submitted' AND n.excluded_at IS NULL AND g.slot_id IS NOT NULL AND NOT r.is_preview) a
    CROSS JOIN LATERAL (SELECT count(*) AS annotator_count FROM annotators WHERE study_id = s.id AND NOT is_preview) p
    WHERE TRUE ${after} ${options.isLaunched ? Prisma.sql`AND s.launched_at IS NOT NULL` : Prisma.empty}
    ORDER BY s.created_at DESC, s.id DESC LIMIT ${options.limit}`;
  return rows.map(toSummary);
}

function toSummary({ item_count, wanted, submitted, annotator_count, ...row }: SummaryRow): StudySummary {
  return {
    ...row,
    itemCount: Number(item_count),
    wanted: Number(wanted),
    submitted: Number(submitted),
    annotatorCount: Number(annotator_count),
  };
}

/** A pilot that an official study may ask for, with how many people passed it. */
export type PilotRow = {
  id: string;
  name: string;
  kind: StudySummary["kind"];
  isLaunched: boolean;
  passed: number;
  panelKind: PanelKind;
};

/** The newest pilots, or the study with this id, whatever it is by now. */
export async function listPilots(db: DbOrTransaction, id?: string): Promise<PilotRow[]> {
  const rows = await db.study.findMany({
    where: id ? { id } : { kind: "pilot" },
    orderBy: { createdAt: "desc" },
    take: 200,
    select: { id: true, name: true, kind: true, launchedAt: true, panelKind: true },
  });
  const passed = await countPassed(
    db,
    rows.map((row) => row.id),
    PAID_IN_FULL,
  );
  return rows.map(({ id: pilotId, name, kind, launchedAt, panelKind }) => ({
    id: pilotId,
    name,
    kind,
    isLaunched: launchedAt !== null,
    passed: passed.get(pilotId) ?? 0,
    panelKind,
  }));
}

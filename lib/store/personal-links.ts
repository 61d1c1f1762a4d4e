import type { Outcome } from "#lib/domain/studies/outcomes.ts";
import type { PersonalLink } from "#lib/domain/studies/study.ts";
import type { DbOrTransaction } from "./db.ts";

/** A link to be made; `personKey` where it is for one person who is known already. */
export type NewPersonalLink = { id: string; token: string; label: string; personKey?: string };

/** Somebody who passed a pilot: their key, what the pilot calls them, and the note on their link there. */
export type PassedPerson = { personKey: string; pseudonym: string; label: string };

/** Those who passed a pilot and have no link in force in a study yet, in the order in which they came to the pilot. */
export async function listPassedWithoutLink(
  db: DbOrTransaction,
  studyId: string,
  pilotId: string,
  passingOutcomes: readonly Outcome[],
): Promise<PassedPerson[]> {
  return db.$queryRaw<PassedPerson[]>`
    SELECT q.person_key AS "personKey", q.pseudonym, coalesce(l.label, '') AS label
    FROM annotators q LEFT JOIN personal_links l ON l.annotator_id = q.id
    WHERE q.study_id = ${pilotId} AND NOT q.is_preview AND q.outcome = ANY(${[...passingOutcomes]}::outcome[])
      AND pilot_work_stands(q.id) AND NOT EXISTS (
        SELECT 1 FROM personal_links n
        WHERE n.study_id = ${studyId} AND n.person_key = q.person_key AND n.revoked_at IS NULL)
    ORDER BY q.created_at, q.id`;
}

/** Frees the annotators of revoked links whose person has a new one, which they are bound to when they come by it. */
export async function freeRevokedLinks(db: DbOrTransaction, studyId: string): Promise<void> {
  await db.$executeRaw`
    UPDATE personal_links SET annotator_id = NULL FROM personal_links fresh
    WHERE personal_links.study_id = ${studyId} AND personal_links.revoked_at IS NOT NULL
      AND personal_links.annotator_id IS NOT NULL AND fresh.study_id = personal_links.study_id
      AND fresh.revoked_at IS NULL AND fresh.person_key = personal_links.person_key`;
}

/** Adds personal links to a study. */
export async function insertPersonalLinks(
  db: DbOrTransaction,
  studyId: string,
  links: readonly NewPersonalLink[],
): Promise<void> {
  await db.personalLink.createMany({ data: links.map((link) => ({ studyId, ...link })) });
}

/** The personal links of a study, oldest first, with who uses each. */
export async function listPersonalLinks(db: DbOrTransaction, studyId: string): Promise<PersonalLink[]> {
  const rows = await db.personalLink.findMany({
    where: { studyId },
    orderBy: [{ createdAt: "asc" }, { label: "asc" }, { id: "asc" }],
    include: { annotator: { select: { pseudonym: true, stage: true, outcome: true } } },
  });
  return rows.map(({ id, label, token, createdAt, revokedAt, annotator }) => ({
    id,
    label,
    token,
    createdAt,
    revokedAt,
    annotator,
  }));
}

/** Marks a link as revoked. Returns its study and label, or null when there is no such link in force. */
export async function revokePersonalLink(
  db: DbOrTransaction,
  linkId: string,
  at: Date,
): Promise<{ studyId: string; label: string } | null> {
  const [row] = await db.$queryRaw<{ studyId: string; label: string }[]>`
    UPDATE personal_links SET revoked_at = ${at} WHERE id = ${linkId} AND revoked_at IS NULL
    RETURNING study_id AS "studyId", label`;
  return row ?? null;
}

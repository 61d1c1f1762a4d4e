import type { PersonalLink } from "#lib/domain/studies/study.ts";
import type { DbOrTransaction } from "./db.ts";

/** Adds personal links to a study. */
export async function insertPersonalLinks(
  db: DbOrTransaction,
  studyId: string,
  links: readonly { id: string; token: string; label: string }[],
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

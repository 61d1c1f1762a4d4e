import { randomUUID } from "node:crypto";
import type { Outcome } from "#lib/domain/studies/outcomes.ts";
import type { PanelArrival } from "#lib/domain/studies/panel-ids.ts";
import { repeatRows, sqlState } from "./sql.ts";

/** What is on record about somebody who arrives. */
export type ArrivalRecord = {
  annotatorId: string | null;
  annotatorOutcome: Outcome | null;
  hasItems: boolean;
  /** Of this session: the visit that is open, the one that ended last, and how many there have been. */
  openVisitId: string | null;
  lastVisitId: string | null;
  lastOutcome: Outcome | null;
  visitCount: number;
  hasPassedPilot: boolean | null;
  hasOpenItem: boolean;
};

/** Who arrives where: keys only, never ids of a panel. */
export type ArrivalKeys = {
  studyId: string;
  personKey: string;
  sessionKey: string;
  qualifyingStudyId: string | null;
  passingOutcomes: readonly Outcome[];
};

/** Reads everything that the decision about an arrival needs. */
export async function findArrival(keys: ArrivalKeys): Promise<ArrivalRecord> {
  const [row] = await repeatRows<ArrivalRecord>(
    `WITH person AS (SELECT id, outcome FROM annotators WHERE study_id = $1 AND person_key = $2),
     session AS (
       SELECT v.id, v.outcome, v.entered_at, v.ended_at FROM visits v JOIN person p ON p.id = v.annotator_id
       WHERE v.study_id = $1 AND split_part(v.session_key, '.', 1) = $3
     ), last AS (SELECT id, outcome FROM session WHERE outcome IS NOT NULL ORDER BY ended_at DESC, entered_at DESC LIMIT 1)
     SELECT p.id AS "annotatorId", p.outcome AS "annotatorOutcome",
       EXISTS (SELECT 1 FROM assignments a WHERE a.annotator_id = p.id) AS "hasItems",
       (SELECT id FROM session WHERE outcome IS NULL ORDER BY entered_at LIMIT 1) AS "openVisitId",
       last.id AS "lastVisitId", last.outcome AS "lastOutcome", (SELECT count(*)::int FROM session) AS "visitCount",
       CASE WHEN $4::text IS NOT NULL THEN EXISTS (
         SELECT 1 FROM annotators q WHERE q.study_id = $4 AND q.person_key = $2 AND q.outcome = ANY($5::outcome[])
           AND pilot_work_stands(q.id)) END AS "hasPassedPilot",
       EXISTS (SELECT 1 FROM slots t WHERE t.study_id = $1 AND t.state = 'open') AS "hasOpenItem"
     FROM (SELECT 1) one LEFT JOIN person p ON true LEFT JOIN last ON true`,
    [keys.studyId, keys.personKey, keys.sessionKey, keys.qualifyingStudyId, keys.passingOutcomes],
  );
  return row as ArrivalRecord;
}

/** What an arrival writes: at most one annotator, one visit, one panel identity and one bound link. */
export type ArrivalToWrite = {
  studyId: string;
  personKey: string;
  /** In order of preference; the first that is free in the study is taken. */
  pseudonyms: readonly string[];
  sessionKey: string;
  /** Number of this visit within its session, from 1. */
  visitNumber: number;
  device: string;
  outcome: Outcome | null;
  /** An open visit that takes the outcome, instead of a new one. */
  endedVisitId: string | null;
  panel: (PanelArrival & { kind: string; purgeAfter: Date }) | null;
  linkId: string | null;
};

const ATTEMPTS = 5;

/** Writes an arrival as one statement. Two arrivals of one person at once become one annotator and one visit. */
export async function writeArrival(arrival: ArrivalToWrite): Promise<{ annotatorId: string; visitId: string }> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await tryArrival(arrival);
    } catch (error) {
      // Somebody took the pseudonym between the look and the insert: the next attempt sees it.
      if (sqlState(error) !== "23505" || attempt === ATTEMPTS) throw error;
    }
  }
}

/**
 * The person by their key, under the first pseudonym that nobody has; the visit, begun or ended; what the panel said of
 * them, unless they declined and it was deleted; and the personal link, which is theirs from now on.
 */
const WRITE_ARRIVAL = `
  WITH name AS (
    SELECT c.name FROM unnest($3::text[]) WITH ORDINALITY AS c(name, rank)
    WHERE NOT EXISTS (SELECT 1 FROM annotators a WHERE a.study_id = $1 AND a.pseudonym = c.name AND a.person_key <> $2)
    ORDER BY c.rank LIMIT 1
  ), person AS (
    INSERT INTO annotators (id, study_id, pseudonym, person_key) SELECT $4, $1, name, $2 FROM name
    ON CONFLICT (study_id, person_key) DO UPDATE SET person_key = EXCLUDED.person_key RETURNING id
  ), ended AS (
    UPDATE visits SET outcome = $8::outcome, ended_at = now() WHERE id = $9 AND outcome IS NULL RETURNING id
  ), visit AS (
    INSERT INTO visits (id, study_id, annotator_id, session_key, device, outcome, ended_at)
    SELECT $5, $1, person.id, $6, $7, $8::outcome, CASE WHEN $8::outcome IS NULL THEN NULL ELSE now() END
    FROM person WHERE $9::text IS NULL
    ON CONFLICT (study_id, annotator_id, session_key) DO UPDATE SET device = visits.device RETURNING id
  ), identity AS (
    INSERT INTO panel_identities (annotator_id, panel, participant_id, session_ids, panel_study_id, purge_after)
    SELECT person.id, $10, $11, array_remove(ARRAY[$12::text], ''), $13, $14::timestamptz FROM person
    WHERE $10::text IS NOT NULL AND NOT EXISTS (SELECT 1 FROM annotators a WHERE a.id = person.id AND a.outcome = 'declined')
    ON CONFLICT (annotator_id) DO UPDATE SET purge_after = EXCLUDED.purge_after,
      session_ids = CASE WHEN panel_identities.session_ids @> EXCLUDED.session_ids THEN panel_identities.session_ids
        ELSE panel_identities.session_ids || EXCLUDED.session_ids END
  ), link AS (
    UPDATE personal_links SET annotator_id = person.id FROM person WHERE personal_links.id = $15 AND annotator_id IS NULL
  )
  SELECT person.id AS "annotatorId", coalesce((SELECT id FROM visit), (SELECT id FROM ended), $9) AS "visitId" FROM person`;

async function tryArrival(arrival: ArrivalToWrite): Promise<{ annotatorId: string; visitId: string }> {
  const { panel } = arrival;
  const [row] = await repeatRows<{ annotatorId: string; visitId: string }>(WRITE_ARRIVAL, [
    arrival.studyId,
    arrival.personKey,
    arrival.pseudonyms,
    randomUUID(),
    randomUUID(),
    `${arrival.sessionKey}.${arrival.visitNumber}`,
    arrival.device,
    arrival.outcome,
    arrival.endedVisitId,
    panel?.kind ?? null,
    panel?.participantId ?? null,
    panel?.sessionId ?? "",
    panel?.panelStudyId ?? "",
    panel?.purgeAfter ?? null,
    arrival.linkId,
  ]);
  if (!row) throw new Error("No pseudonym is free for a new annotator.");
  return row;
}

/** A personal link in force, with the key of the person it was made for, if any; null: unknown, revoked, or of another study. */
export async function findPersonalLink(
  studyId: string,
  token: string,
): Promise<{ id: string; personKey: string | null } | null> {
  const [row] = await repeatRows<{ id: string; personKey: string | null }>(
    `SELECT id, person_key AS "personKey" FROM personal_links WHERE study_id = $1 AND token = $2 AND revoked_at IS NULL`,
    [studyId, token],
  );
  return row ?? null;
}

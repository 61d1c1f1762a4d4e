import type pg from "pg";
import type { PersonRecord } from "./journal.ts";
import type { BenchStudy } from "./material.ts";

type StoredVisit = {
  participantId: string | null;
  outcome: string | null;
  code: string | null;
  endedAt: Date | null;
};

const STORED_VISITS = `
  SELECT i.participant_id AS "participantId", v.outcome, v.ended_at AS "endedAt", c.code
  FROM visits v JOIN annotators p ON p.id = v.annotator_id LEFT JOIN panel_identities i ON i.annotator_id = p.id
  LEFT JOIN completion_codes c ON c.study_id = v.study_id
    AND c.outcome = CASE WHEN v.outcome = 'came_again' THEN p.outcome ELSE v.outcome END
  WHERE v.study_id = $1`;

/** The visits of one study after a run; `faults` is empty when they are what the clients were told. */
export type ArrivalCount = {
  arrivals: number;
  outcomes: Record<string, number>;
  /** Visits without an outcome yet: people who left, or whom the end of the run interrupted. */
  open: number;
  faults: string[];
};

/** Holds the visits of one study against the arrivals that were answered, and the codes shown against ended visits. */
export async function countArrivals(
  client: pg.Client,
  { studyId }: BenchStudy,
  people: readonly PersonRecord[],
): Promise<ArrivalCount> {
  const { rows } = await client.query<StoredVisit>(STORED_VISITS, [studyId]);
  const outcomes: Record<string, number> = {};
  for (const { outcome } of rows) if (outcome) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  const answered = people.reduce((sum, person) => sum + person.arrivals.size, 0);
  const attempted = people.reduce((sum, person) => sum + person.sessions.length, 0);
  const byPerson = Map.groupBy(rows, (row) => row.participantId ?? "");
  const faults = people.flatMap((person) => unearnedCodes(person, byPerson));
  if (rows.length < answered || rows.length > attempted) {
    faults.unshift(`${rows.length} visits are there for ${answered} arrivals that were answered, of ${attempted}.`);
  }
  return { arrivals: rows.length, outcomes, open: rows.filter(({ outcome }) => !outcome).length, faults };
}
/** Every code that was shown is the code of a visit that had ended by then. Who declines leaves no panel id behind. */
function unearnedCodes(person: PersonRecord, byPerson: Map<string, StoredVisit[]>): string[] {
  const visits = byPerson.get(person.participantId) ?? byPerson.get("") ?? [];
  return person.endings
    .filter(({ code, at }) =>
      visits.every((visit) => visit.code !== code || visit.endedAt === null || visit.endedAt.getTime() > at + 1),
    )
    .map(() => `A code was shown to ${person.participantId} that no ended visit had earned.`);
}

import type pg from "pg";
import type { RatingDraft } from "#lib/domain/annotations/rating-draft.ts";
import { canonical, type ItemRecord, type Journal, type PersonRecord } from "./journal.ts";
import type { BenchStudy } from "./material.ts";

/** What the database says after a run, held against what the clients were told. `faults` is empty when the books balance. */
export type Ledger = {
  acknowledged: number;
  /** Stored, though the answer was cut off when the run ended. */
  unacknowledged: number;
  /** Finished after the lease had run out and the place was taken: kept beside the ones asked for. */
  extra: number;
  drafts: number;
  arrivals: number;
  outcomes: Record<string, number>;
  /** Visits without an outcome yet: people who left, or whom the end of the run interrupted. */
  open: number;
  faults: string[];
};

type StoredItem = {
  id: string;
  state: string;
  /** Whether it has no place: its lease ran out and somebody else took the place. */
  isExtra: boolean;
  submissionKey: string | null;
  revision: number;
  ratings: RatingDraft[];
};

const STORED_ITEMS = `
  SELECT a.id, n.state, a.slot_id IS NULL AS "isExtra", n.submission_key AS "submissionKey", n.revision,
    coalesce((SELECT jsonb_agg(jsonb_build_object('agent', r.agent, 'dimension', r.dimension, 'score', r.score,
      'rationale', r.rationale, 'evidence', r.evidence)) FROM ratings r WHERE r.annotation_id = n.id), '[]') AS ratings
  FROM assignments a JOIN annotations n ON n.assignment_id = a.id WHERE a.study_id = $1`;

/** Laws of the assignment as queries: each answers a number that has to be 0. */
const LAWS: readonly (readonly [what: string, query: string])[] = [
  [
    "places that more than one live assignment holds",
    `SELECT count(*) FROM (SELECT slot_id FROM assignments WHERE study_id = $1 AND slot_id IS NOT NULL
       AND state IN ('assigned', 'started', 'submitted') GROUP BY slot_id HAVING count(*) > 1) x`,
  ],
  [
    "items with more live assignments than annotations asked for",
    `SELECT count(*) FROM (SELECT a.study_item_id FROM assignments a JOIN studies s ON s.id = a.study_id
       WHERE a.study_id = $1 AND a.slot_id IS NOT NULL AND a.state IN ('assigned', 'started', 'submitted')
       GROUP BY a.study_item_id, s.annotations_per_item HAVING count(*) > s.annotations_per_item) x`,
  ],
  [
    "items whose number of places is not the one asked for",
    `SELECT count(*) FROM study_items i JOIN studies s ON s.id = i.study_id WHERE i.study_id = $1
       AND (SELECT count(*) FROM slots t WHERE t.study_item_id = i.id) <> s.annotations_per_item`,
  ],
  [
    "people who got an item twice",
    `SELECT count(*) FROM (SELECT 1 FROM assignments WHERE study_id = $1 GROUP BY annotator_id, study_item_id HAVING count(*) > 1) x`,
  ],
  [
    "people with two open items",
    `SELECT count(*) FROM (SELECT 1 FROM assignments WHERE study_id = $1 AND state IN ('assigned', 'started')
       GROUP BY annotator_id HAVING count(*) > 1) x`,
  ],
  [
    "places whose state is not that of their assignment",
    `SELECT count(*) FROM slots t LEFT JOIN assignments a ON a.slot_id = t.id AND a.state IN ('assigned', 'started', 'submitted')
       WHERE t.study_id = $1 AND t.state::text <> CASE WHEN a.id IS NULL THEN 'open' WHEN a.state = 'submitted' THEN 'filled' ELSE 'held' END`,
  ],
  [
    "items whose counters are off",
    `SELECT count(*) FROM study_items i WHERE i.study_id = $1 AND (
       i.filled_count <> (SELECT count(*) FROM slots t WHERE t.study_item_id = i.id AND t.state <> 'open')
       OR i.submitted_count <> (SELECT count(*) FROM assignments a JOIN annotations n ON n.assignment_id = a.id
         WHERE a.study_item_id = i.id AND a.state = 'submitted' AND NOT n.is_replaced))`,
  ],
  [
    "submitted annotations that are not complete",
    `SELECT count(*) FROM annotations n WHERE n.study_id = $1 AND n.state = 'submitted' AND
       (SELECT count(*) FROM ratings r WHERE r.annotation_id = n.id AND r.score IS NOT NULL)
         <> 2 * (SELECT count(*) FROM study_dimensions d WHERE d.study_id = n.study_id)`,
  ],
  [
    "assignments and annotations that disagree on being submitted",
    `SELECT count(*) FROM assignments a LEFT JOIN annotations n ON n.assignment_id = a.id
       WHERE a.study_id = $1 AND (n.id IS NULL OR (a.state = 'submitted') <> (n.state = 'submitted'))`,
  ],
  [
    "people who completed without the submissions for it, or submitted all and have no outcome",
    `SELECT count(*) FROM annotators p JOIN studies s ON s.id = p.study_id
       CROSS JOIN LATERAL (SELECT count(*) AS n FROM assignments a WHERE a.annotator_id = p.id AND a.state = 'submitted') done
       WHERE p.study_id = $1 AND (coalesce(p.outcome = 'completed', false) <> (done.n >= s.items_per_annotator))`,
  ],
  [
    "people who have ended with an item still open",
    `SELECT count(*) FROM annotators p JOIN assignments a ON a.annotator_id = p.id AND a.state IN ('assigned', 'started')
       WHERE p.study_id = $1 AND p.outcome IS NOT NULL`,
  ],
  [
    "visits left open by somebody who has ended",
    `SELECT count(*) FROM visits v JOIN annotators p ON p.id = v.annotator_id
       WHERE v.study_id = $1 AND p.outcome IS NOT NULL AND v.outcome IS NULL`,
  ],
];

/** Balances the books of some studies after a run. */
export async function balance(client: pg.Client, studies: readonly BenchStudy[], journal: Journal): Promise<Ledger> {
  const ledger: Ledger = {
    acknowledged: 0,
    unacknowledged: 0,
    extra: 0,
    drafts: 0,
    arrivals: 0,
    outcomes: {},
    open: 0,
    faults: [...journal.violations],
  };
  for (const study of studies) {
    const people = journal.people.filter((person) => person.studyId === study.studyId);
    await checkLaws(client, study, ledger);
    await checkItems(client, study, people, ledger);
    await checkArrivals(client, study, people, ledger);
  }
  return ledger;
}

async function checkLaws(client: pg.Client, { studyId }: BenchStudy, ledger: Ledger): Promise<void> {
  for (const [what, query] of LAWS) {
    const count = Number((await client.query<{ count: string }>(query, [studyId])).rows[0]?.count);
    if (count !== 0) ledger.faults.push(`${count} ${what}`);
  }
}

async function checkItems(
  client: pg.Client,
  { studyId }: BenchStudy,
  people: PersonRecord[],
  ledger: Ledger,
): Promise<void> {
  const stored = new Map((await client.query<StoredItem>(STORED_ITEMS, [studyId])).rows.map((row) => [row.id, row]));
  const told = new Map(
    people.flatMap((person) => [...person.items.values()].map((item) => [item.assignmentId, item] as const)),
  );
  for (const item of told.values()) checkItem(item, stored.get(item.assignmentId), ledger);
  const latecomers = new Set(
    people.filter(({ persona }) => persona === "comes late").flatMap(({ items }) => [...items.keys()]),
  );
  for (const row of stored.values()) {
    if (row.state !== "submitted") continue;
    if (row.isExtra) ledger.extra += 1;
    if (row.isExtra && !latecomers.has(row.id))
      ledger.faults.push(`Assignment ${row.id} was submitted in time and has no place.`);
    const item = told.get(row.id);
    if (item?.submittedAt) continue;
    ledger.unacknowledged += 1;
    if (item?.sentKey !== row.submissionKey) ledger.faults.push(`Annotation of ${row.id} was submitted by nobody.`);
  }
}

function checkItem(item: ItemRecord, row: StoredItem | undefined, ledger: Ledger): void {
  const fault = (sentence: string) => ledger.faults.push(`Assignment ${item.assignmentId}: ${sentence}`);
  if (!row) return void fault("it was shown to somebody and is not there.");
  if (item.submittedAt) {
    ledger.acknowledged += 1;
    if (row.state !== "submitted") return void fault("its acknowledged submission is lost.");
    if (row.submissionKey !== item.sentKey) fault("another submission stands in its place.");
    if (canonical(row.ratings) !== canonical(item.saved.values())) fault("what is submitted is not what was entered.");
    return;
  }
  if (item.revision > row.revision) fault(`revision ${item.revision} was acknowledged and ${row.revision} is there.`);
  ledger.drafts += 1;
  const now = canonical(row.ratings);
  const isSaved = now === canonical(item.saved.values());
  const isUnanswered = item.unanswered !== null && now === canonical(item.unanswered.values());
  if (!isSaved && !isUnanswered) fault("its acknowledged draft is lost.");
}

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

async function checkArrivals(
  client: pg.Client,
  { studyId }: BenchStudy,
  people: PersonRecord[],
  ledger: Ledger,
): Promise<void> {
  const { rows } = await client.query<StoredVisit>(STORED_VISITS, [studyId]);
  ledger.arrivals += rows.length;
  for (const { outcome } of rows) {
    if (outcome) ledger.outcomes[outcome] = (ledger.outcomes[outcome] ?? 0) + 1;
    else ledger.open += 1;
  }
  const answered = people.reduce((sum, person) => sum + person.arrivals.size, 0);
  const attempted = people.reduce((sum, person) => sum + person.sessions.length, 0);
  if (rows.length < answered || rows.length > attempted) {
    ledger.faults.push(`${rows.length} visits are there for ${answered} arrivals that were answered, of ${attempted}.`);
  }
  const byPerson = Map.groupBy(rows, (row) => row.participantId ?? "");
  for (const person of people) checkEndings(person, byPerson, ledger);
}

/** Every code that was shown is the code of a visit that had ended by then. Who declines leaves no panel id behind. */
function checkEndings(person: PersonRecord, byPerson: Map<string, StoredVisit[]>, ledger: Ledger): void {
  const visits = byPerson.get(person.participantId) ?? byPerson.get("") ?? [];
  for (const ending of person.endings) {
    const isEarned = visits.some(
      (visit) => visit.code === ending.code && visit.endedAt !== null && visit.endedAt.getTime() <= ending.at + 1,
    );
    if (!isEarned) ledger.faults.push(`A code was shown to ${person.participantId} that no ended visit had earned.`);
  }
}

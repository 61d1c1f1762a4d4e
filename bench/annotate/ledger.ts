import type pg from "pg";
import type { RatingDraft } from "#lib/domain/annotations/rating-draft.ts";
import { type ArrivalCount, countArrivals } from "./arrivals.ts";
import { canonical, type ItemRecord, type Journal, type PersonRecord } from "./journal.ts";
import { brokenLaws } from "./laws.ts";
import type { BenchStudy } from "./material.ts";

/** What the database says after a run, held against what the clients were told. `faults` is empty when the books balance. */
export type Ledger = ArrivalCount & {
  acknowledged: number;
  /** Stored, though the answer was cut off when the run ended. */
  unacknowledged: number;
  /** Finished after the lease had run out and the place was taken: kept beside the ones asked for. */
  extra: number;
  drafts: number;
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
    ledger.faults.push(...(await brokenLaws(client, study)));
    await checkItems(client, study, people, ledger);
    addArrivals(ledger, await countArrivals(client, study, people));
  }
  return ledger;
}

function addArrivals(ledger: Ledger, { arrivals, outcomes, open, faults }: ArrivalCount): void {
  ledger.arrivals += arrivals;
  ledger.open += open;
  for (const [outcome, count] of Object.entries(outcomes))
    ledger.outcomes[outcome] = (ledger.outcomes[outcome] ?? 0) + count;
  ledger.faults.push(...faults);
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

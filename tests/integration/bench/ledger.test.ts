import { randomUUID } from "node:crypto";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { saveDraft } from "#lib/operations/annotations/save-draft.ts";
import { submitAnnotation } from "#lib/operations/annotations/submit-annotation.ts";
import { getVisit } from "#lib/operations/visits/get-visit.ts";
import { makeStudy, prolificId } from "#tests/factories/study.ts";
import { claim, completeRatings, enterReady } from "#tests/factories/visits.ts";
import { withTestDatabase } from "#tests/support/database.ts";
import { itemRecord, Journal, type PersonRecord, withChanges } from "../../../bench/annotate/journal.ts";
import { balance, type Ledger } from "../../../bench/annotate/ledger.ts";
import type { BenchStudy } from "../../../bench/annotate/material.ts";

const database = withTestDatabase();

/** Two people of a study with one item each: the first has completed, the second is in the middle of a draft. */
async function playStudy() {
  const made = await makeStudy({ items: 2, annotationsPerItem: 2, itemsPerAnnotator: 1 });
  const journal = new Journal();
  const study: BenchStudy = {
    studyId: made.studyId,
    entryToken: made.entryToken,
    dimensions: made.dimensions,
    itemsPerAnnotator: 1,
    annotationsPerItem: 2,
    codes: new Map(Object.entries(made.codes)),
  };
  const ratings = completeRatings(made);
  const people: PersonRecord[] = [];
  for (const number of [1, 2]) {
    const actor = await enterReady(made, number);
    const person = journal.add(made.studyId, prolificId(number), "diligent");
    person.sessions.push("s");
    person.arrivals.add("s");
    people.push(person);
    const item = itemRecord(person, await claim(actor), 0);
    const { assignmentId } = item;
    const { revision } = await saveDraft(actor, { assignmentId, revision: 0, changes: ratings });
    Object.assign(item, { revision, saved: withChanges(item.saved, ratings) });
    if (number === 2) continue;
    item.sentKey = randomUUID();
    await submitAnnotation(actor, { assignmentId, revision, submissionKey: item.sentKey });
    item.submittedAt = Date.now();
    const { ending } = await getVisit(actor, {});
    person.endings.push({ sessionId: "s", code: ending?.code ?? "", at: Date.now() });
  }
  const [first, second] = people as [PersonRecord, PersonRecord];
  return { study, journal, first, second };
}

async function readBooks(study: BenchStudy, journal: Journal): Promise<Ledger> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  return balance(client, [study], journal).finally(() => client.end());
}

/** Changes the database behind the back of its laws. */
async function tamper(statement: string): Promise<void> {
  await database.db.$transaction([
    database.db.$executeRawUnsafe("SET LOCAL session_replication_role = replica"),
    database.db.$executeRawUnsafe(statement),
  ]);
}

describe("the ledger", () => {
  it("balances after honest work and counts every arrival", async () => {
    const { study, journal } = await playStudy();
    expect(await readBooks(study, journal)).toEqual({
      acknowledged: 1,
      unacknowledged: 0,
      extra: 0,
      drafts: 1,
      arrivals: 2,
      outcomes: { completed: 1 },
      open: 1,
      faults: [],
    });
  });

  it.each([
    ["a changed score", "UPDATE ratings SET score = score + 1 WHERE dimension = 'goal'", /not what was entered/],
    ["a changed draft", "UPDATE ratings SET rationale = 'x' WHERE dimension = 'goal'", /acknowledged draft is lost/],
    ["a draft set back", "UPDATE annotations SET revision = 0 WHERE state = 'draft'", /revision 1 was acknowledged/],
    ["a lost rating", "DELETE FROM ratings WHERE dimension = 'goal'", /not complete/],
    ["a submission taken back", "UPDATE annotations SET state = 'draft'", /acknowledged submission is lost/],
    ["another key", "UPDATE annotations SET submission_key = 'other' WHERE state = 'submitted'", /stands in its place/],
    ["a freed place", "UPDATE slots SET state = 'open', lease_until = NULL", /places whose state/],
    ["a place lost in time", "UPDATE assignments SET slot_id = NULL WHERE state = 'submitted'", /has no place/],
    ["a counter that is off", "UPDATE study_items SET submitted_count = submitted_count + 1", /counters are off/],
    ["an outcome taken away", "UPDATE annotators SET outcome = NULL, ended_at = NULL", /have no outcome/],
    ["a visit left open", "UPDATE visits SET outcome = NULL, ended_at = NULL", /visits left open/],
    [
      "a code shown before its commit",
      "UPDATE visits SET ended_at = now() + interval '1 hour' WHERE outcome IS NOT NULL",
      /no ended visit had earned/,
    ],
    [
      "one place too many",
      "INSERT INTO slots SELECT id || 'x', study_id, study_item_id, index + 9 FROM slots",
      /number of places/,
    ],
    ["an arrival that is gone", "DELETE FROM visits WHERE outcome IS NULL", /1 visits are there for 2 arrivals/],
  ])("finds %s", async (_what, statement, fault) => {
    const { study, journal } = await playStudy();
    await tamper(statement);
    expect((await readBooks(study, journal)).faults.join("\n")).toMatch(fault);
  });

  it("finds an assignment that was shown and is not there", async () => {
    const { study, journal, second } = await playStudy();
    itemRecord(second, randomUUID(), 0);
    expect((await readBooks(study, journal)).faults).toEqual([expect.stringMatching(/is not there/)]);
  });

  it("accepts a submission whose answer was cut off, and none that nobody sent", async () => {
    const { study, journal, first } = await playStudy();
    const [item] = first.items.values();
    if (!item) throw new Error("The first person has an item.");
    item.submittedAt = null;
    expect(await readBooks(study, journal)).toMatchObject({ acknowledged: 0, unacknowledged: 1, faults: [] });
    item.sentKey = null;
    expect((await readBooks(study, journal)).faults).toEqual([expect.stringMatching(/submitted by nobody/)]);
  });
});

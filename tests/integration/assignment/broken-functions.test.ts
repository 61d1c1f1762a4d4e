import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { AnnotatorActor } from "#lib/domain/access/annotator-actor.ts";
import { SOTOPIA_DIMENSIONS } from "#lib/domain/dimensions/sotopia-dimensions.ts";
import { saveDraft } from "#lib/operations/annotations/save-draft.ts";
import { submitAnnotation } from "#lib/operations/annotations/submit-annotation.ts";
import { expireLeases, skipAssignment } from "#lib/store/assignments.ts";
import { queryRows } from "#lib/store/sql.ts";
import { makeStudy } from "#tests/factories/study.ts";
import { claim, completeRatings, makeReadyAnnotators, runOutLease } from "#tests/factories/visits.ts";
import { withTestDatabase } from "#tests/support/database.ts";
import { brokenLaws } from "./ledger.ts";

withTestDatabase();

const MIGRATIONS = path.resolve(import.meta.dirname, "../../../prisma/migrations");

/** The newest text of one of the database's functions, from the migrations. */
function sourceOf(name: string): string {
  const texts = readdirSync(MIGRATIONS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => readFileSync(path.join(MIGRATIONS, entry.name, "migration.sql"), "utf8"));
  const pattern = new RegExp(`CREATE (?:OR REPLACE )?FUNCTION ${name}\\([\\s\\S]*?\\nEND \\$\\$;`);
  const found = texts
    .map((text) => pattern.exec(text)?.[0])
    .filter((text) => text !== undefined)
    .at(-1);
  if (!found) throw new Error(`No migration has the function ${name}.`);
  return found.replace(/^CREATE FUNCTION/, "CREATE OR REPLACE FUNCTION");
}

let repair: string | null = null;

async function breakFunction(name: string, from: string, to: string): Promise<void> {
  const source = sourceOf(name);
  if (!source.includes(from)) throw new Error(`${name} no longer says “${from}”.`);
  repair = source;
  await queryRows(source.replace(from, to), []);
}

afterEach(async () => {
  if (repair) await queryRows(repair, []);
  repair = null;
});

/** A short life of one slot: it runs out, is skipped, is held by a third person, and the first one finishes late. */
async function live(): Promise<string> {
  const study = await makeStudy({ items: 1, annotationsPerItem: 1, dimensions: SOTOPIA_DIMENSIONS.slice(0, 1) });
  const people = await makeReadyAnnotators(study, 3);
  const [late, skipping, holding] = people as [AnnotatorActor, AnnotatorActor, AnnotatorActor];
  const changes = completeRatings(study);
  const assignmentId = await claim(late);
  const { revision } = await saveDraft(late, { assignmentId, revision: 0, changes });
  await runOutLease(assignmentId);
  await expireLeases(study.studyId);
  await skipAssignment(skipping.annotatorId, await claim(skipping), "other", "");
  await saveDraft(holding, { assignmentId: await claim(holding), revision: 0, changes });
  await submitAnnotation(late, { assignmentId, revision, submissionKey: `${assignmentId}-key` });
  return study.studyId;
}

describe("the ledger", () => {
  it("is clean after a life of a study with the functions as they are", async () => {
    expect(await brokenLaws(await live())).toEqual([]);
  });

  it.each([
    ["claim_item", "filled_count = i.filled_count + 1", "filled_count = i.filled_count"],
    ["skip_assignment", "filled_count = filled_count - 1", "filled_count = filled_count"],
    ["skip_assignment", "UPDATE slots SET state = 'open'", "UPDATE slots SET state = 'filled'"],
    ["expire_leases", "i.filled_count - f.places", "i.filled_count"],
    [
      "expire_leases",
      "SET state = 'open', lease_until = NULL FROM due",
      "SET state = 'filled', lease_until = NULL FROM due",
    ],
    ["submit_annotation", "submitted_count = submitted_count + 1", "submitted_count = submitted_count"],
    ["submit_annotation", "v_mine.state <> 'expired' RETURNING", "true RETURNING"],
    [
      "save_draft",
      "UPDATE slots SET lease_until = v_until WHERE",
      "UPDATE slots SET lease_until = now() WHERE state = 'held' AND",
    ],
  ])("notices when %s says otherwise: %s", async (name, from, to) => {
    await breakFunction(name, from, to);
    // A broken function may also run into a constraint, which is the other half of the promise.
    const broken = await live().then(brokenLaws, (error: Error) => [error.message]);
    expect(broken.length).toBeGreaterThan(0);
  });
});

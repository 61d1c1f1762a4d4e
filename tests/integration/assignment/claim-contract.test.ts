import { describe, expect, it } from "vitest";
import type { AnnotatorActor } from "#lib/domain/access/annotator-actor.ts";
import { SOTOPIA_DIMENSIONS } from "#lib/domain/dimensions/sotopia-dimensions.ts";
import { type Random, seededRandom } from "#lib/domain/shared/random.ts";
import { type Claim, claimItem } from "#lib/store/assignments.ts";
import { connectDb } from "#lib/store/db.ts";
import { queryRows } from "#lib/store/sql.ts";
import { type MadeStudy, makeStudy } from "#tests/factories/study.ts";
import { makeReadyAnnotators } from "#tests/factories/visits.ts";
import { testDatabaseUrl, withTestDatabase } from "#tests/support/database.ts";

const database = withTestDatabase({ reset: "file" });

const CLAIMANTS = 200;
/** People who ask from two tabs at once, on top of the claimants. */
const SECOND_TABS = 10;
/** The whole contract is 500 rounds (CONTRACT_ROUNDS=500), minutes on two cores; every run of the tests plays a fifth of it. */
const ROUNDS = Number(process.env.CONTRACT_ROUNDS ?? 100);
/** A round takes a tenth of a second on an idle machine, and much longer beside other work. */
const PATIENCE_MS = 60_000 + ROUNDS * 6_000;
const ITEMS = 45;
const PER_ITEM = 5;
const CONNECTIONS = { embedded: 8, postgres: 24 };

/** How many slots one round leaves open; a quarter of the rounds have more than enough for everybody. */
function drawOpening(random: Random): { items: number; perItem: number } {
  if (random.int(0, 3) === 0) return { items: random.int(41, ITEMS), perItem: PER_ITEM };
  return { items: random.int(1, 20), perItem: random.int(1, PER_ITEM) };
}

/** Takes back every assignment and opens the first `perItem` slots of the first `items` items; the others stay out of reach. */
async function open(study: MadeStudy, { items, perItem }: { items: number; perItem: number }): Promise<void> {
  // Rows are deleted rather than the table truncated, which would make every connection plan its statements anew.
  await queryRows("DELETE FROM assignments", []);
  await queryRows(
    `WITH s AS (
       UPDATE slots SET lease_until = NULL,
         state = CASE WHEN index < $3 AND study_item_id = ANY($2::text[]) THEN 'open' ELSE 'filled' END::slot_state
       WHERE study_id = $1)
     UPDATE study_items SET filled_count = CASE WHEN id = ANY($2::text[]) THEN $4::int - $3::int ELSE $4::int END WHERE study_id = $1`,
    [study.studyId, study.itemIds.slice(0, items), perItem, PER_ITEM],
  );
}

type Round = { open: number; granted: number; over: number; torn: number; busy: number; ms: number[] };

async function playRound(
  study: MadeStudy,
  people: AnnotatorActor[],
  opening: { items: number; perItem: number },
): Promise<Round> {
  await open(study, opening);
  const round: Round = { open: opening.items * opening.perItem, granted: 0, over: 0, torn: 0, busy: 0, ms: [] };
  const ask = async ({ annotatorId, visitId }: AnnotatorActor): Promise<Claim> => {
    for (;;) {
      const start = performance.now();
      const claim = (await claimItem(annotatorId, visitId, 30)) as Claim;
      round.ms.push(performance.now() - start);
      if (claim.status !== "busy") return claim;
      round.busy += 1;
    }
  };
  const claims = await Promise.all([...people, ...people.slice(0, SECOND_TABS)].map(ask));
  const idOf = (claim: Claim | undefined) => (claim && "assignmentId" in claim ? claim.assignmentId : null);
  round.granted = new Set(claims.flatMap((claim) => idOf(claim) ?? [])).size;
  for (let tab = 0; tab < SECOND_TABS; tab += 1)
    round.torn += Number(idOf(claims[tab]) !== idOf(claims[CLAIMANTS + tab]));
  const [counts] = await queryRows<{ over: number }>(
    `SELECT coalesce(sum(greatest(0, live - $2)), 0)::int AS over
     FROM (SELECT count(*) AS live FROM assignments WHERE study_id = $1 GROUP BY study_item_id) items`,
    [study.studyId, opening.perItem],
  );
  round.over = counts?.over ?? 0;
  return round;
}

function table(kind: string, rounds: Round[], seconds: number): string {
  const sum = (field: "open" | "granted" | "over" | "torn" | "busy") =>
    rounds.reduce((total, round) => total + round[field], 0);
  const starved = rounds.reduce(
    (total, round) => total + Math.max(0, Math.min(round.open, CLAIMANTS) - round.granted),
    0,
  );
  const ms = rounds.flatMap((round) => round.ms).sort((a, b) => a - b);
  const rows = {
    database: kind,
    "claimants × rounds": `${CLAIMANTS} × ${rounds.length}`,
    "claims made": ms.length,
    "slots open": sum("open"),
    granted: sum("granted"),
    "over-assigned": sum("over"),
    starved,
    "two tabs, two answers": sum("torn"),
    "asked again": sum("busy"),
    "p50 / p95 of a claim among 210, queue included": `${ms[ms.length >> 1]?.toFixed(0)} / ${ms[Math.floor(ms.length * 0.95)]?.toFixed(0)} ms`,
    seconds: seconds.toFixed(0),
  };
  const lines = Object.entries(rows).map(([name, cell]) => `  ${name.padEnd(48)}${cell}`);
  return `\nclaims\n${lines.join("\n")}\n`;
}

describe("claims by 200 people at the same moment", () => {
  it("never over-assign and never starve", { timeout: PATIENCE_MS }, async () => {
    await connectDb(testDatabaseUrl(), CONNECTIONS[database.kind]);
    const wish = {
      items: ITEMS,
      annotationsPerItem: PER_ITEM,
      itemsPerAnnotator: 1,
      dimensions: SOTOPIA_DIMENSIONS.slice(0, 1),
    };
    const study = await makeStudy(wish);
    const people = await makeReadyAnnotators(study, CLAIMANTS);
    const random = seededRandom(20_261_122);
    const rounds: Round[] = [];
    const start = performance.now();
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await playRound(study, people, drawOpening(random)));
    process.stdout.write(table(database.kind, rounds, (performance.now() - start) / 1000));
    expect(rounds.map(({ over, torn }) => over + torn)).toEqual(rounds.map(() => 0));
    expect(rounds.map(({ granted }) => granted)).toEqual(rounds.map((round) => Math.min(round.open, CLAIMANTS)));
    const [{ deadlocks }] = (await queryRows<{ deadlocks: string }>(
      "SELECT coalesce(sum(deadlocks), 0) AS deadlocks FROM pg_stat_database WHERE datname = current_database()",
      [],
    )) as [{ deadlocks: string }];
    expect(Number(deadlocks)).toBe(0);
  });
});

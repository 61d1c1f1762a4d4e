/**
 * Measures what the page of a large draft asks for, and how long a short query beside it waits.
 * Usage: npm run bench:draft -- [--items 17500] [--rounds 9] [--database embedded|postgres]
 */
import pg from "pg";
import { systemActor } from "#lib/domain/access/actor.ts";
import { SOTOPIA_DIMENSIONS } from "#lib/domain/dimensions/sotopia-dimensions.ts";
import { createStudy } from "#lib/operations/studies/create-study.ts";
import { getStudy } from "#lib/operations/studies/get-study.ts";
import { getItemWarnings } from "#lib/operations/study-items/get-item-warnings.ts";
import { closeDb, connectDb, getDb } from "#lib/store/db.ts";
import { eachDatabase, numberOption } from "./lib/databases.ts";

const actor = systemActor("bench");

/** Episodes with transcripts of 20 turns of some 230 characters; one in a hundred names itself in two turns. */
const FILL = `
  WITH made AS (
    INSERT INTO episodes (id, source_id, content_hash, shape, scenario_text, agent1_name, agent2_name, turn_count, dialogue_hash,
      prompt_mark, self_naming_count)
    SELECT gen_random_uuid()::text, 'BD' || i, md5(i::text), 'episode-log', 'A garden.', 'Ansel Birk', 'Frida Holm', 20, md5('d' || i),
      CASE WHEN i % 70 = 0 THEN 'foreign' ELSE 'absent' END, CASE WHEN i % 100 = 0 THEN 2 ELSE 0 END
    FROM generate_series($1::int, $2::int) i RETURNING id, self_naming_count
  ), named AS (
    INSERT INTO self_namings (episode_id, turn, agent, pattern, excerpt)
    SELECT id, turn, 1, 'as an AI', 'As an AI, I …' FROM made, generate_series(1, 2) turn WHERE self_naming_count > 0
  )
  INSERT INTO episode_records (episode_id, document, raw)
  SELECT id, jsonb_build_object('turns', (SELECT jsonb_agg(jsonb_build_object('number', t, 'agent', 1 + t % 2, 'type', 'speak', 'text',
    repeat('garden lamp river ', 13))) FROM generate_series(1, 20) t)), '' FROM made`;

async function fill(url: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (let at = 0; at < count; at += 500) await client.query(FILL, [at + 1, Math.min(at + 500, count)]);
  await client.query("ANALYZE");
  await client.end();
}

/** Asks for one row every 20 ms until told to stop; answers the longest wait in ms. */
async function askBeside(isOver: () => boolean): Promise<number> {
  let longest = 0;
  while (!isOver()) {
    const start = performance.now();
    await getDb().$queryRaw`SELECT 1`;
    longest = Math.max(longest, performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return longest;
}

async function main(): Promise<void> {
  const [items, rounds] = [numberOption("items", 17_500), numberOption("rounds", 9)];
  for await (const database of eachDatabase()) {
    await connectDb(database.url, 4);
    await fill(database.url, items);
    const design = {
      name: "Draft",
      guidelinesVersion: "1",
      consentText: "You agree that we keep what you rate. Write to {contact}.",
      contact: "a@example.org",
    };
    const start = performance.now();
    const { studyId } = await createStudy(actor, {
      design: { ...design, dimensions: [...SOTOPIA_DIMENSIONS] },
      plan: { kind: "filter", filter: {}, includeForeign: true },
    });
    const created = performance.now() - start;
    const taken: number[] = [];
    let isOver = false;
    const beside = askBeside(() => isOver);
    for (let round = 0; round < rounds; round += 1) {
      const begin = performance.now();
      await getStudy(actor, { studyId });
      await getItemWarnings(actor, { studyId });
      taken.push(performance.now() - begin);
    }
    isOver = true;
    taken.sort((one, other) => one - other);
    const median = taken[Math.floor(rounds / 2)] ?? Number.NaN;
    console.log(
      `${database.name}, ${items} items: made in ${created.toFixed(0)} ms; draft page p50 ${median.toFixed(0)}, longest ${taken.at(-1)?.toFixed(0)} ms; longest wait of a short query beside it ${(await beside).toFixed(0)} ms`,
    );
    await closeDb();
  }
}

await main();

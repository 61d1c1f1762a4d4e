/**
 * Measures the list of episodes, page and count together as the page asks for them, at growing sizes on both databases.
 * Usage: npm run bench:browse -- [--rounds 40] [--largest 100000] [--database embedded|postgres]
 * The rows are generated inside the database; only the narrow table is filled, which is all that the list reads.
 */
import pg from "pg";
import { systemActor } from "#lib/domain/access/actor.ts";
import type { EpisodeFilter, EpisodeSort } from "#lib/domain/episodes/filter.ts";
import { listEpisodes } from "#lib/operations/episodes/list-episodes.ts";
import { listFilterOptions } from "#lib/operations/episodes/list-filter-options.ts";
import { closeDb, connectDb } from "#lib/store/db.ts";
import { eachDatabase, numberOption } from "./lib/databases.ts";

const actor = systemActor("bench");
const SIZES = [1_000, 10_000, 100_000];

type Query = { name: string; filter?: EpisodeFilter; sort?: EpisodeSort; isDeep?: boolean };

/** What people ask for: common, rare and impossible conditions, every order, the first page and one far down. */
const QUERIES: Query[] = [
  { name: "first page" },
  { name: "a page far down", isDeep: true },
  { name: "by source id", sort: "source-id" },
  { name: "most turns", sort: "turns-most" },
  { name: "policy", filter: { policy: "policy-003" } },
  { name: "rare policy", filter: { policy: "policy-rare" } },
  { name: "policy and opposite", filter: { policy: "policy-003", partner: "policy-000" } },
  { name: "scenario", filter: { scenario: "scenario_17" } },
  { name: "tag, hard set", filter: { tag: "tag_2", hard: "only" } },
  { name: "file, turns 10 to 12", filter: { sourceFile: "file_4.jsonl", turnsFrom: 10, turnsTo: 12 } },
  { name: "20 turns, most first", filter: { turnsFrom: 20 }, sort: "turns-most" },
  { name: "rated by people", filter: { rated: "human" } },
  { name: "conflict to decide", filter: { conflict: "open" } },
  { name: "search one id", filter: { search: "BE0000000077" } },
  { name: "search a common word", filter: { search: "garden" } },
  { name: "search two words", filter: { search: "garden bridge" } },
  { name: "search a rare word", filter: { search: "zeppelin" } },
  { name: "search beginnings", filter: { search: "gard lad" } },
  { name: "search and policy", filter: { search: "garden", policy: "policy-003" } },
  { name: "nothing fits", filter: { policy: "policy-rare", tag: "tag_none" } },
];

/** Adds rows up to a size: 12 policies and a rare one, 90 scenarios, 8 tags, 10 files, situations of common and rare words. */
const FILL = `
  INSERT INTO episodes (id, source_id, content_hash, shape, scenario_source_id, codename, scenario_text, agent1_name,
    agent2_name, agent1_policy, agent2_policy, tag, turn_count, is_hard, conflict_state, has_judgments, annotation_count,
    source_file, source_line, created_at)
  SELECT gen_random_uuid()::text, 'BE' || lpad(i::text, 10, '0'), md5(i::text), 'episode-log', 'S' || (i % 90),
    'scenario_' || (i % 90),
    (SELECT string_agg(w, ' ') FROM (SELECT (ARRAY['garden','bridge','lamp','market','letter','window','river','carpet',
      'morning','ticket','kitchen','story','paper','bicycle','harbour','onion','station','blanket','concert','ladder'])
      [1 + (abs(hashint4(i * 31 + k)) % 20)] AS w FROM generate_series(1, 14) k) words)
      || CASE WHEN i % 997 = 0 THEN ' zeppelin' ELSE '' END,
    (ARRAY['Ansel','Brita','Cosmo','Delia','Edvin','Frida'])[1 + i % 6] || ' ' || (ARRAY['Abbot','Birk','Dorn'])[1 + i % 3],
    (ARRAY['Gregor','Hedda','Ivo','Jorun'])[1 + i % 4] || ' ' || (ARRAY['Holm','Juhl','Lund'])[1 + i % 3],
    CASE WHEN i % 499 = 0 THEN 'policy-rare' ELSE 'policy-' || lpad((i % 12)::text, 3, '0') END,
    'policy-' || lpad(((i / 12) % 3)::text, 3, '0'), 'tag_' || (i % 8), 4 + abs(hashint4(i)) % 18, i % 7 = 0,
    CASE WHEN i % 211 = 0 THEN 'open' WHEN i % 307 = 0 THEN 'set-aside' END, i % 2 = 0,
    CASE WHEN i % 331 = 0 THEN 2 ELSE 0 END, 'file_' || (i % 10) || '.jsonl', i,
    timestamptz '2026-01-01' + (i / 200) * interval '1 minute'
  FROM generate_series($1::int, $2::int) i`;

async function fill(url: string, from: number, to: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (let at = from; at < to; at += 5_000) await client.query(FILL, [at + 1, Math.min(at + 5_000, to)]);
  // The import does the same when it ends.
  await client.query("ANALYZE episodes");
  await client.end();
}

function percentile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

async function time(rounds: number, work: () => Promise<unknown>): Promise<[p50: number, p95: number]> {
  for (let round = 0; round < 3; round += 1) await work();
  const taken: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await work();
    taken.push(performance.now() - start);
  }
  taken.sort((one, other) => one - other);
  return [percentile(taken, 0.5), percentile(taken, 0.95)];
}

/** The place in the list from which a page far down goes on: after half of the rows. */
function halfway(size: number): string {
  return `${Date.UTC(2026, 0, 1) + Math.floor(size / 2 / 200) * 60_000}~z`;
}

async function measure(size: number, rounds: number): Promise<Map<string, [number, number]>> {
  const out = new Map<string, [number, number]>();
  for (const { name, filter = {}, sort = "newest", isDeep } of QUERIES) {
    const after = isDeep ? halfway(size) : undefined;
    out.set(name, await time(rounds, () => listEpisodes(actor, { filter, sort, after })));
  }
  out.set("what the filter offers", await time(rounds, () => listFilterOptions(actor, {})));
  return out;
}

async function main(): Promise<void> {
  const rounds = numberOption("rounds", 40);
  const sizes = SIZES.filter((size) => size <= numberOption("largest", 100_000));
  for await (const database of eachDatabase()) {
    await connectDb(database.url, 4);
    const results: Map<string, [number, number]>[] = [];
    for (const [index, size] of sizes.entries()) {
      await fill(database.url, sizes[index - 1] ?? 0, size);
      results.push(await measure(size, rounds));
    }
    console.log(`\n${database.name}: ms for one page of 50 with its count, p50 / p95 of ${rounds}\n`);
    console.log(`${"".padEnd(26)}${sizes.map((size) => size.toLocaleString("en-US").padStart(16)).join("")}`);
    for (const name of results[0]?.keys() ?? []) {
      const cells = results.map((result) => {
        const [p50, p95] = result.get(name) ?? [Number.NaN, Number.NaN];
        return `${p50.toFixed(1)} / ${p95.toFixed(1)}`.padStart(16);
      });
      console.log(`${name.padEnd(26)}${cells.join("")}`);
    }
    await closeDb();
  }
}

await main();

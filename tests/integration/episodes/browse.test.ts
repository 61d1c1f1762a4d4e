import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { EPISODE_SORTS, type EpisodeFilter, type EpisodeSort } from "#lib/domain/episodes/filter.ts";
import { listEpisodes } from "#lib/operations/episodes/list-episodes.ts";
import { listFilterOptions } from "#lib/operations/episodes/list-filter-options.ts";
import { withTestDatabase } from "#tests/support/database.ts";
import { SYSTEM } from "./support.ts";

const database = withTestDatabase({ reset: "file" });

const COUNT = 1_400;

/** Rows that differ in everything a filter asks for; many share a time, a length or a source id. */
const ROWS = Array.from({ length: COUNT }, (_, index) => ({
  id: randomUUID(),
  sourceId: `B${String(Math.floor(index / 2)).padStart(4, "0")}`,
  variant: index % 2,
  contentHash: `h${index}`,
  shape: "episode-log",
  conflictState: index % 2 === 1 && index % 5 === 0 ? "open" : index % 31 === 0 ? "set-aside" : null,
  scenarioSourceId: `S${index % 9}`,
  codename: `scene_${index % 9}`,
  scenarioText: index % 17 === 0 ? "A lighthouse keeper waits." : "Two neighbours talk.",
  agent1Name: index % 3 === 0 ? "Finn O'Hara" : "Ada Quill",
  agent2Name: "Bo Reed",
  agent1Policy: index % 4 === 0 ? null : `p${index % 4}`,
  agent2Policy: `p${index % 3}`,
  tag: `tag/${index % 6}`,
  turnCount: 3 + (index % 11),
  isHard: index % 7 === 0,
  promptMark: index % 13 === 0 ? "foreign" : "matches",
  hasJudgments: index % 2 === 0,
  annotationCount: index % 19 === 0 ? 2 : 0,
  importedRaterCount: index % 29 === 0 ? 3 : 0,
  hasImportedJudgments: index % 37 === 0,
  sourceFile: `f${index % 3}.jsonl`,
  isDemo: index % 23 === 0,
  createdAt: new Date(Date.UTC(2026, 0, 1, 0, 0, Math.floor(index / 50))),
}));
type Row = (typeof ROWS)[number];

const byPeople = (row: Row) => row.annotationCount > 0 || row.importedRaterCount > 0;
const byJudge = (row: Row) => row.hasJudgments || row.hasImportedJudgments;
const plays = (row: Row, policy: string) => row.agent1Policy === policy || row.agent2Policy === policy;

/** Filters with what they mean, written a second time in JavaScript. */
const CASES: [name: string, filter: EpisodeFilter, passes: (row: Row) => boolean][] = [
  ["everything", {}, () => true],
  ["policy", { policy: "p1" }, (row) => plays(row, "p1")],
  [
    "policy and partner",
    { policy: "p1", partner: "p2" },
    ({ agent1Policy: one, agent2Policy: two }) => (one === "p1" && two === "p2") || (one === "p2" && two === "p1"),
  ],
  [
    "a policy against itself",
    { policy: "p1", partner: "p1" },
    (row) => row.agent1Policy === "p1" && row.agent2Policy === "p1",
  ],
  [
    "scenario and tag",
    { scenario: "scene_3", tag: "tag/3" },
    (row) => row.codename === "scene_3" && row.tag === "tag/3",
  ],
  ["hard", { hard: "only" }, (row) => row.isHard],
  ["not hard, long", { hard: "without", turnsFrom: 12 }, (row) => !row.isHard && row.turnCount >= 12],
  ["turns", { turnsFrom: 5, turnsTo: 5 }, (row) => row.turnCount === 5],
  ["rated by people", { rated: "human" }, byPeople],
  ["rated by a judge", { rated: "judge" }, byJudge],
  ["rated by both", { rated: "both" }, (row) => byJudge(row) && byPeople(row)],
  ["not rated", { rated: "none" }, (row) => !byJudge(row) && !byPeople(row)],
  [
    "file without demo",
    { sourceFile: "f1.jsonl", demo: "hide" },
    (row) => row.sourceFile === "f1.jsonl" && !row.isDemo,
  ],
  ["foreign prompts", { prompt: "foreign" }, (row) => row.promptMark === "foreign"],
  ["a word", { search: "LIGHThouse" }, (row) => row.scenarioText.includes("lighthouse")],
  ["a name with an apostrophe", { search: "finn o'hara" }, (row) => row.agent1Name === "Finn O'Hara"],
  ["the beginning of an id", { search: "b000" }, (row) => row.sourceId.startsWith("B000")],
  ["a tag with a slash", { search: "tag/4" }, (row) => row.tag === "tag/4"],
  ["nothing at all", { search: "no-such-word" }, () => false],
];

function ordered(rows: Row[], sort: EpisodeSort): Row[] {
  const less = (one: string | number, other: string | number) => (one < other ? -1 : one > other ? 1 : 0);
  const by: Record<EpisodeSort, (one: Row, other: Row) => number> = {
    newest: (one, other) => less(other.createdAt.getTime(), one.createdAt.getTime()) || less(other.id, one.id),
    oldest: (one, other) => less(one.createdAt.getTime(), other.createdAt.getTime()) || less(one.id, other.id),
    "turns-most": (one, other) => less(other.turnCount, one.turnCount) || less(other.id, one.id),
    "turns-fewest": (one, other) => less(one.turnCount, other.turnCount) || less(one.id, other.id),
    "source-id": (one, other) => less(one.sourceId, other.sourceId) || less(one.variant, other.variant),
  };
  return [...rows].sort(by[sort]);
}

/** Walks a list from its beginning to its end, or back. */
async function walk(
  filter: EpisodeFilter,
  sort: EpisodeSort,
  limit: number,
): Promise<{ forward: string[]; back: string[] }> {
  const forward: string[] = [];
  let after: string | undefined;
  let before: string | undefined;
  for (;;) {
    const page = await listEpisodes(SYSTEM, { filter, sort, after, limit });
    forward.push(...page.episodes.map((row) => row.id));
    before = page.previous ?? undefined;
    if (page.next === null) break;
    after = page.next;
  }
  const back: string[] = [];
  while (before !== undefined) {
    const page = await listEpisodes(SYSTEM, { filter, sort, before, limit });
    back.unshift(...page.episodes.map((row) => row.id));
    before = page.previous ?? undefined;
  }
  return { forward, back };
}

describe("the list of episodes", () => {
  beforeAll(async () => {
    await database.db.episode.createMany({ data: ROWS });
  });

  const isListed = (row: Row) => row.conflictState !== "set-aside";

  it.each(CASES)("gives what the filter means: %s", async (_name, filter, passes) => {
    const expected = ordered(
      ROWS.filter((row) => isListed(row) && passes(row)),
      "newest",
    );
    const { episodes, count, isCountCapped } = await listEpisodes(SYSTEM, { filter, limit: 200 });
    expect(episodes.map((row) => row.id)).toEqual(expected.slice(0, 200).map((row) => row.id));
    const cap = filter.search ? 1_000 : 10_000;
    expect([count, isCountCapped]).toEqual([Math.min(expected.length, cap), expected.length > cap]);
  });

  it("shows open conflicts and what was set aside only when asked", async () => {
    const open = await listEpisodes(SYSTEM, { filter: { conflict: "open" } });
    expect(open.count).toBe(ROWS.filter((row) => row.conflictState === "open").length);
    const aside = await listEpisodes(SYSTEM, { filter: { conflict: "set-aside" } });
    expect(aside.count).toBe(ROWS.filter((row) => row.conflictState === "set-aside").length);
  });

  it.each(EPISODE_SORTS)("is paged both ways without losing or repeating anything: %s", async (sort) => {
    for (const [filter, passes] of [
      [{}, () => true],
      [{ tag: "tag/2" }, (row: Row) => row.tag === "tag/2"],
    ] as const) {
      const expected = ordered(
        ROWS.filter((row) => isListed(row) && passes(row)),
        sort,
      ).map((row) => row.id);
      const { forward, back } = await walk(filter, sort, 190);
      expect(forward).toEqual(expected);
      const lastPage = expected.length % 190 || 190;
      expect(back).toEqual(expected.slice(0, expected.length - lastPage));
    }
  });

  it("shows the first page for a place that nobody can have got", async () => {
    const first = await listEpisodes(SYSTEM, {});
    for (const after of ["x", "~", "12~", "~12", "99999999999999999~a", "'; --~1"]) {
      expect((await listEpisodes(SYSTEM, { after })).episodes[0]?.id).toBe(first.episodes[0]?.id);
    }
  });

  it("offers every value that occurs, once and in order", async () => {
    const options = await listFilterOptions(SYSTEM, {});
    const values = (pick: (row: Row) => (string | null)[]) =>
      [...new Set(ROWS.flatMap(pick).filter((value) => value !== null))].sort();
    expect(options).toEqual({
      policies: values((row) => [row.agent1Policy, row.agent2Policy]),
      scenarios: values((row) => [row.codename]),
      tags: values((row) => [row.tag]),
      sourceFiles: values((row) => [row.sourceFile]),
    });
  });
});

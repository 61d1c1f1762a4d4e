import { describe, expect, it } from "vitest";
import { isWhollyRefused } from "#components/episodes/import-words.ts";
import { parseEpisodeFilter } from "#lib/domain/episodes/filter.ts";
import { getEpisode } from "#lib/operations/episodes/get-episode.ts";
import { listEpisodes } from "#lib/operations/episodes/list-episodes.ts";
import { resolveConflict } from "#lib/operations/episodes/resolve-conflict.ts";
import { listEarlierImports } from "#lib/operations/imports/list-earlier-imports.ts";
import { relinkMarked } from "#lib/operations/imports/relink-marked.ts";
import { readJudgments } from "#lib/store/analysis-judgments.ts";
import { withTestDatabase } from "#tests/support/database.ts";
import { environmentProfile, episodeLog, huggingFace } from "./records.ts";
import { counts, importText, jsonLines, reportOf, SYSTEM, user, withDataFolder } from "./support.ts";

const database = withTestDatabase();
withDataFolder();

const two = [episodeLog({ id: "E1" }), episodeLog({ id: "E2", models: ["judge-x", "model-c", "model-a"] })];

describe("an import", () => {
  it("keeps episodes with their documents, judgments and provenance", async () => {
    const row = await importText(jsonLines(two), "folder/two.jsonl");
    expect(counts(row)).toEqual({
      state: "completed",
      rowsDone: 2,
      acceptedCount: 2,
      unchangedCount: 0,
      conflictCount: 0,
      refusedCount: 0,
    });
    const found = await database.db.episode.findFirstOrThrow({ where: { sourceId: "E2" } });
    const view = await getEpisode(SYSTEM, { episodeId: found.id });
    expect(view.episode).toMatchObject({
      sourceFile: "two.jsonl",
      sourceLine: 2,
      agent1Policy: "model-c",
      agent2Policy: "model-a",
      turnCount: 3,
      importId: row.id,
      hasJudgments: true,
    });
    expect(view.document.turns.map((turn) => [turn.agent, turn.type])).toEqual([
      [1, "speak"],
      [2, "speak"],
      [1, "leave"],
    ]);
    expect(view.document.agents[0]).toMatchObject({
      name: "Ada Quill",
      goal: "Reach aim 1.",
      secret: "Hides letter 1.",
    });
    expect(view.judgments.map((judgment) => [judgment.judgeName, judgment.ratings.length])).toEqual([["judge-x", 14]]);
    expect(view.judgments[0]?.ratings).toContainEqual({
      agent: 2,
      dimension: "goal",
      score: 9,
      rationale: "Reason 2 for goal.",
    });
  });

  it("counts a record that only lacks something as no repaired one, and says what it lacks", async () => {
    const { models: _models, ...nameless } = episodeLog({ id: "E1" });
    const row = await importText(jsonLines([nameless]));
    expect(row).toMatchObject({ acceptedCount: 1, repairedCount: 0 });
    const lines = await reportOf(row.id);
    expect(lines).toMatchObject([{ isRepaired: false, reason: expect.stringContaining("does not name the models") }]);
  });

  it("keeps scores between whole numbers, and dimensions beside the seven under their names", async () => {
    const record = episodeLog({ id: "E1" });
    const [first, second] = record.rewards as [number, Record<string, number>][];
    record.rewards = [[first![0], { ...first![1], goal: 6.5, politeness: 3 }], second];
    const row = await importText(jsonLines([record]));
    const found = await database.db.episode.findFirstOrThrow({ where: { sourceId: "E1" } });
    const { ratings } = (await getEpisode(SYSTEM, { episodeId: found.id })).judgments[0]!;
    expect(ratings).toHaveLength(15);
    expect(ratings.find((one) => one.agent === 1 && one.dimension === "goal")?.score).toBe(6.5);
    expect(ratings.find((one) => one.dimension === "politeness")?.score).toBe(3);
    expect((await reportOf(row.id))[0]).toMatchObject({
      isRepaired: true,
      reason: expect.stringContaining("“politeness”"),
    });
    const { judgeId } = await database.db.judgment.findFirstOrThrow();
    const block = await readJudgments([judgeId]);
    const whole = Object.fromEntries(block.dimensions.map(({ key, isWhole }) => [key, isWhole]));
    expect([whole.goal, whole.believability, whole.politeness]).toEqual([false, true, undefined]);
    expect([...block.score]).toContain(6.5);
    expect(block.score).toHaveLength(14);

    // As an import before this left it: what it did not keep is added once the record is read again.
    await database.db.judgmentRating.deleteMany({ where: { OR: [{ dimension: "politeness" }, { score: 6.5 }] } });
    await database.db.episodeRelink.create({ data: { episodeId: found.id } });
    expect(await relinkMarked(SYSTEM, {})).toEqual({ read: 1 });
    const again = (await getEpisode(SYSTEM, { episodeId: found.id })).judgments[0]!;
    expect(again.ratings).toHaveLength(15);
  });

  it("notes the turns in which an agent names itself as a program", async () => {
    const says = ["Good morning.", "As an AI language model made by OpenAI, I do not bake."];
    await importText(jsonLines([episodeLog({ id: "E1" }), episodeLog({ id: "E2", says })]));
    const found = await database.db.episode.findMany({ orderBy: { sourceId: "asc" }, include: { namings: true } });
    expect(found.map(({ selfNamingCount, namings }) => [selfNamingCount, namings.length])).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect(found[1]?.namings[0]).toMatchObject({ turn: 2, agent: 2, pattern: "as an AI" });
  });

  it("changes nothing when the same file comes twice, in any order of keys and lines", async () => {
    await importText(jsonLines(two));
    const reordered = [...two].reverse().map((record) => Object.fromEntries(Object.entries(record).reverse()));
    const before = await database.db.episode.findMany({ orderBy: { id: "asc" } });
    const row = await importText(JSON.stringify(reordered, null, 2), "again.json");
    expect(counts(row)).toMatchObject({ state: "completed", acceptedCount: 0, unchangedCount: 2, conflictCount: 0 });
    expect(await database.db.episode.findMany({ orderBy: { id: "asc" } })).toEqual(before);
    expect(await database.db.judgment.count()).toBe(2);
  });

  it("tells with which files the episodes of a file came that has nothing new", async () => {
    const [first, second] = two.map((record) => jsonLines([record]));
    const one = await importText(`${first}`, "one.jsonl");
    const other = await importText(`${second}`, "other.jsonl");
    const again = await importText(jsonLines(two), "again.jsonl");
    const earlier = await listEarlierImports(SYSTEM, { importId: again.id });
    expect(earlier).toEqual([
      { importId: one.id, fileName: "one.jsonl", episodes: 1 },
      { importId: other.id, fileName: "other.jsonl", episodes: 1 },
    ]);
    expect(await listEarlierImports(SYSTEM, { importId: one.id })).toEqual([]);
  });

  it("recognises another spelling of the same content as unchanged, and says so", async () => {
    await importText(jsonLines(two));
    const row = await importText(jsonLines(two.map(huggingFace)));
    expect(counts(row)).toMatchObject({ unchangedCount: 2, conflictCount: 0 });
    expect((await reportOf(row.id))[0]?.reason).toContain("another spelling");
  });

  it("keeps a conflict apart until a researcher chooses, and reopens it for a third version", async () => {
    await importText(jsonLines(two));
    const changed = episodeLog({ id: "E1", says: ["Good morning.", "The oven is mine today."] });
    const row = await importText(jsonLines([changed]));
    expect(counts(row)).toMatchObject({ conflictCount: 1, acceptedCount: 0 });
    const versions = () => database.db.episode.findMany({ where: { sourceId: "E1" }, orderBy: { variant: "asc" } });
    expect((await versions()).map((one) => [one.variant, one.conflictState])).toEqual([
      [0, "open"],
      [1, "open"],
    ]);
    const open = await listEpisodes(SYSTEM, { filter: parseEpisodeFilter({ conflict: "open" }) });
    expect(open.count).toBe(2);

    const second = (await versions())[1];
    const episodeId = second?.id ?? "";
    await resolveConflict(user("researcher"), { episodeId, keep: "this" });
    expect((await versions()).map((one) => one.conflictState)).toEqual(["set-aside", "chosen"]);
    expect((await listEpisodes(SYSTEM, {})).count).toBe(2);
    expect(await database.db.auditEntry.count({ where: { action: "episodes.resolve-conflict" } })).toBe(1);

    await importText(jsonLines([episodeLog({ id: "E1", says: ["A third way."] })]));
    expect((await versions()).map((one) => [one.variant, one.conflictState])).toEqual([
      [0, "open"],
      [1, "open"],
      [2, "open"],
    ]);
    await resolveConflict(user("researcher"), { episodeId, keep: "all" });
    expect((await listEpisodes(SYSTEM, {})).count).toBe(4);
    await expect(resolveConflict(user("analyst"), { episodeId, keep: "all" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const { id: alone } = await database.db.episode.findFirstOrThrow({ where: { sourceId: "E2" } });
    for (const none of [alone, "none-such"])
      await expect(resolveConflict(user("researcher"), { episodeId: none, keep: "all" })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
  });

  it("finds a conflict and a repetition inside one file", async () => {
    const other = episodeLog({ id: "E1", tag: "trial_two" });
    const row = await importText(jsonLines([two[0], two[0], other]));
    expect((await reportOf(row.id)).map((line) => line.outcome)).toEqual(["accepted", "unchanged", "conflict"]);
  });

  it("keeps the good records of a file with bad ones, each with its line and reason", async () => {
    const text = [
      JSON.stringify(two[0]),
      "{ this is no JSON",
      '{"model_mapping": {}, "turns": []}',
      "",
      '{"pk": "X", "rewards_prompt"',
      JSON.stringify(two[1]),
      "[1, 2, 3]",
    ].join("\n");
    const row = await importText(text);
    expect(row.state).toBe("completed");
    expect(row.acceptedCount).toBe(2);
    const lines = await reportOf(row.id);
    expect(lines.filter((line) => line.outcome === "accepted").map((line) => line.line)).toEqual([1, 6]);
    const refused = lines.filter((line) => line.outcome === "refused");
    expect(refused.map((line) => line.line)).toEqual(expect.arrayContaining([2, 3, 5, 7]));
    for (const line of refused) {
      expect(line.reason).toMatch(/Accepted are/);
      expect(line.excerpt).not.toBe("");
    }
  });

  it("refuses a table of human ratings with one sentence", async () => {
    const text = "ID,model,pk,data,prolific_id,believability_1\n1,a,b,c,d,9\n";
    await expect(importText(text, "ratings.csv")).rejects.toThrow(
      /^“ratings.csv” was not imported. This file is a CSV table of human ratings, .+ Nothing was changed.$/,
    );
  });

  it("makes no import of a file that is no JSON, and keeps the one whose records are all damaged for its report", async () => {
    for (const text of ["# Notes\n\nRead me first.\n", "PK\u0003\u0004 packed", " \n", "\u0000\u0001\u0002"])
      await expect(importText(text, "README.md")).rejects.toMatchObject({ code: "INVALID" });
    expect(await database.db.episodeImport.count()).toBe(0);
    const row = await importText('{"a": 1}\n');
    expect(counts(row)).toMatchObject({ state: "completed", acceptedCount: 0, refusedCount: 1 });
    expect(isWhollyRefused(row)).toBe(true);
    const mixed = await importText(`{"a": 1}\n${jsonLines([two[0]])}`);
    expect(isWhollyRefused(mixed)).toBe(false);
  });

  it("takes profiles that arrive later into account, and again nothing twice", async () => {
    await importText(jsonLines(two));
    const before = await database.db.episode.findFirstOrThrow({ where: { sourceId: "E1" } });
    expect([before.codename, before.relationship]).toEqual(["", null]);
    await importText(jsonLines([environmentProfile()]));
    const after = await database.db.episode.findFirstOrThrow({ where: { sourceId: "E1" } });
    expect([after.codename, after.relationship]).toEqual(["shared_oven", 2]);
    const row = await importText(jsonLines([...two, environmentProfile()]));
    expect(counts(row)).toMatchObject({ acceptedCount: 0, unchangedCount: 3, conflictCount: 0 });
  });

  it("gives the same episodes whether profiles come first or last", async () => {
    const described = async () =>
      (await database.db.episode.findMany({ orderBy: { sourceId: "asc" }, include: { document: true } })).map(
        ({ sourceId, codename, relationship, meaningHash, promptMark, scenarioText, document }) => ({
          ...{ sourceId, codename, relationship, meaningHash, promptMark, scenarioText },
          document: document?.document,
          repairs: document?.repairs,
        }),
      );
    await importText(jsonLines([environmentProfile(), ...two]));
    const first = await described();
    await database.db.$executeRaw`TRUNCATE episodes, scenarios, episode_imports CASCADE`;
    await importText(jsonLines([...two, environmentProfile()]));
    expect(await described()).toEqual(first);
    expect(first.map((one) => one.codename)).toEqual(["shared_oven", "shared_oven"]);
  });

  it("does not make strangers of people whose scenario tells no relationship", async () => {
    const { relationship: _relationship, ...silent } = environmentProfile();
    await importText(jsonLines([silent, ...two]));
    const scenario = await database.db.scenario.findFirstOrThrow();
    const episode = await database.db.episode.findFirstOrThrow({ where: { sourceId: "E1" } });
    expect([scenario.relationship, episode.relationship, episode.codename]).toEqual([null, null, "shared_oven"]);
  });

  it("marks the hard set by its published ids", async () => {
    await importText(jsonLines([episodeLog({ id: "E9", environment: "01H7VFHN5WVC5HKKVBHZBA553R" }), two[0]]));
    const hard = await listEpisodes(SYSTEM, { filter: { hard: "only" } });
    expect(hard.episodes.map((one) => one.sourceId)).toEqual(["E9"]);
  });

  it("names the judge after the record, or says that it has no name", async () => {
    const nameless = { ...episodeLog({ id: "E3" }), models: ["", "model-a", "model-b"] };
    await importText(jsonLines([two[0], nameless]));
    const judges = await database.db.judge.findMany({ orderBy: { name: "asc" } });
    expect(judges.map((judge) => [judge.name, judge.model])).toEqual([
      ["Imported judge (unnamed)", ""],
      ["judge-x", "judge-x"],
    ]);
  });
});

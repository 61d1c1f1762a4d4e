import { describe, expect, it } from "vitest";
import { getEpisode } from "#lib/operations/episodes/get-episode.ts";
import { listEpisodes } from "#lib/operations/episodes/list-episodes.ts";
import { deleteRatingImport } from "#lib/operations/rating-imports/delete-rating-import.ts";
import { excludeRater } from "#lib/operations/rating-imports/exclude-rater.ts";
import { getRatingSummary } from "#lib/operations/rating-imports/get-rating-summary.ts";
import { includeRater } from "#lib/operations/rating-imports/include-rater.ts";
import { SEVEN_COLUMNS } from "#tests/factories/seven-columns.ts";
import { withTestDatabase } from "#tests/support/database.ts";
import { episodeLog } from "../episodes/records.ts";
import { importText, jsonLines, SYSTEM, user, withDataFolder } from "../episodes/support.ts";
import { csv, importRatings, LONG, long } from "./support.ts";

const database = withTestDatabase();
withDataFolder();

describe("seats of rated episodes", () => {
  const header = [
    "",
    "model",
    "pk",
    "data",
    "prolific_id",
    ...[1, 2].flatMap((agent) => SEVEN_COLUMNS.flatMap((name) => [`${name}_${agent}`, `${name}_reasoning_${agent}`])),
  ];
  const official = csv(header, [
    "1",
    "BC",
    "E1",
    "None",
    "a1",
    ...SEVEN_COLUMNS.flatMap(() => [0, "x"]),
    ...SEVEN_COLUMNS.flatMap(() => [0, "x"]),
  ]);
  const episodes = jsonLines([episodeLog({ id: "E1", models: ["gpt-4", "gpt-3.5-turbo", "custom_model"] })]);
  const seats = async () =>
    (await database.db.importedUnit.findMany({ orderBy: { agent: "asc" } })).map(
      ({ seatRole, policy, partnerPolicy }) => [seatRole, policy, partnerPolicy],
    );
  const known = [
    ["partner", "gpt-3.5-turbo", "BC"],
    ["learner", "BC", "gpt-3.5-turbo"],
  ];

  it("are known when the episodes came before", async () => {
    await importText(episodes);
    await importRatings(official);
    expect(await seats()).toEqual(known);
  });

  it("become known when the episodes come after", async () => {
    await importRatings(official);
    expect((await seats()).map(([role]) => role)).toEqual(["", ""]);
    await importText(episodes);
    expect(await seats()).toEqual(known);
  });
});

describe("an episode that is rated in files", () => {
  const people = csv(
    ["item", "agent", "dimension", "rater", "score", "rationale"],
    ["E1", 1, "goal", "ann@example.org", 7, "He got the room."],
    ["E1", 1, "goal", "bob", 5, ""],
    ["E2", 1, "goal", "bob", 1, ""],
  );
  const counts = async () =>
    (await database.db.episode.findMany({ orderBy: { sourceId: "asc" } })).map((row) => [
      row.sourceId,
      row.importedRaterCount,
      row.hasImportedJudgments,
    ]);
  const list = async (rated: "human" | "none") =>
    (await listEpisodes(SYSTEM, { filter: { rated } })).episodes.map((row) => row.sourceId);

  it("is counted and shown with its file and pseudonyms, whichever came first, until the file is deleted", async () => {
    await importText(jsonLines([episodeLog({ id: "E1" }), episodeLog({ id: "E3" })]));
    const file = await importRatings(people, "people.csv");
    expect(file).toMatchObject({ state: "completed", ratingCount: 3 });
    await importText(jsonLines([episodeLog({ id: "E2" })]), "later.jsonl");
    expect(await counts()).toEqual([
      ["E1", 2, false],
      ["E2", 1, false],
      ["E3", 0, false],
    ]);
    expect((await list("human")).sort()).toEqual(["E1", "E2"]);
    const { id } = await database.db.episode.findFirstOrThrow({ where: { sourceId: "E1" } });
    const { imported } = await getEpisode(SYSTEM, { episodeId: id });
    expect(imported.isCut).toBe(false);
    expect(
      imported.raters.map(({ fileName, kind, ratings }) => [fileName, kind, ratings.map(({ score }) => score)]),
    ).toEqual(
      expect.arrayContaining([
        ["people.csv", "human", [7]],
        ["people.csv", "human", [5]],
      ]),
    );
    expect(imported.raters.map(({ raterName }) => raterName)).toEqual([
      expect.stringMatching(/^R-[A-Z0-9]{6}$/),
      expect.stringMatching(/^R-[A-Z0-9]{6}$/),
    ]);
    expect(JSON.stringify(imported)).not.toMatch(/ann@example|bob/);
    await deleteRatingImport(SYSTEM, { importId: file.id });
    expect((await counts()).map(([, people]) => people)).toEqual([0, 0, 0]);
    expect((await getEpisode(SYSTEM, { episodeId: id })).imported.raters).toEqual([]);
  });

  it("shows a judge of a file as such", async () => {
    await importText(jsonLines([episodeLog({ id: "E1" })]));
    const rows = Array.from({ length: 10 }, (_, index) => ["E1", "wit", index === 0 ? 3 : 2, 2.5]);
    const judge = { name: "gpt-4", version: "0613" };
    await importRatings(csv(["item", "criterion", "human_score", "judge_score"], ...rows), "judged.csv", { judge });
    expect(await counts()).toEqual([["E1", 1, true]]);
    expect((await listEpisodes(SYSTEM, { filter: { rated: "both" } })).episodes).toHaveLength(1);
    expect(await list("none")).toEqual([]);
    const { id } = await database.db.episode.findFirstOrThrow();
    const { raters } = (await getEpisode(SYSTEM, { episodeId: id })).imported;
    expect(raters[0]).toMatchObject({ kind: "judge", raterName: "gpt-4", version: "0613", fileName: "judged.csv" });
    expect(raters[0]?.ratings[0]).toMatchObject({ agent: 0, name: "wit", score: 2.5 });
  });
});

describe("leaving a rater out", () => {
  it("is recorded with its reason, in all imports on demand, and undone without a trace lost", async () => {
    const first = await importRatings(long);
    await importRatings(csv(LONG, ["e9", "A", "wit", "bob", 1, ""], ["e8", "A", "wit", "bob", 5, ""]));
    const summary = await getRatingSummary(SYSTEM, { importId: first.id });
    const bob = summary.raters.find(({ otherImports }) => otherImports === 1);
    if (!bob) throw new Error("nobody rates in both files");
    const researcher = user("researcher");
    await expect(excludeRater(researcher, { raterId: bob.id, reason: " " })).rejects.toThrow("Say why");
    expect(
      await excludeRater(researcher, { raterId: bob.id, reason: "Clicked through", everywhere: true }),
    ).toMatchObject({ imports: 2 });
    expect(await excludeRater(researcher, { raterId: bob.id, reason: "Once more" })).toMatchObject({ imports: 0 });
    const out = (await getRatingSummary(SYSTEM, { importId: first.id })).raters.find(({ id }) => id === bob.id);
    expect(out?.exclusion).toMatchObject({ reason: "Clicked through" });
    expect(await includeRater(researcher, { raterId: bob.id })).toMatchObject({ imports: 1 });
    const rows = await database.db.raterExclusion.findMany({ orderBy: { raterId: "asc" } });
    expect(rows.map(({ revokedAt }) => revokedAt === null)).toEqual([false, true]);
    const actions = await database.db.auditEntry.findMany({
      where: { subjectKind: "imported-rater" },
      orderBy: { id: "asc" },
    });
    expect(actions.map(({ action }) => action)).toEqual([
      "ratings.exclude-rater",
      "ratings.exclude-rater",
      "ratings.include-rater",
    ]);
    expect(await database.db.importedRating.count()).toBe(7);
  });
});

describe("taking an import back", () => {
  it("removes everything that came with it and writes who did", async () => {
    const row = await importRatings(long);
    await deleteRatingImport(user("researcher"), { importId: row.id });
    for (const left of [
      database.db.importedRating.count(),
      database.db.importedUnit.count(),
      database.db.importedRater.count(),
      database.db.ratingImportLine.count(),
    ])
      expect(await left).toBe(0);
    const [entry] = await database.db.auditEntry.findMany({ where: { action: "ratings.delete-import" } });
    expect(entry?.before).toMatchObject({ fileName: "ratings.csv", ratingCount: 5 });
    expect((await importRatings(long)).ratingCount).toBe(5);
  });
});

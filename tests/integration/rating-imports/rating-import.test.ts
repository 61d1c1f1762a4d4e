import { describe, expect, it } from "vitest";
import { getEpisode } from "#lib/operations/episodes/get-episode.ts";
import { listEpisodes } from "#lib/operations/episodes/list-episodes.ts";
import { cancelRatingImport } from "#lib/operations/rating-imports/cancel-rating-import.ts";
import { confirmRatingMapping } from "#lib/operations/rating-imports/confirm-rating-mapping.ts";
import { deleteRatingImport } from "#lib/operations/rating-imports/delete-rating-import.ts";
import { excludeRater } from "#lib/operations/rating-imports/exclude-rater.ts";
import { getRatingImport } from "#lib/operations/rating-imports/get-rating-import.ts";
import { getRatingSummary } from "#lib/operations/rating-imports/get-rating-summary.ts";
import { includeRater } from "#lib/operations/rating-imports/include-rater.ts";
import { previewRatingMapping } from "#lib/operations/rating-imports/preview-rating-mapping.ts";
import { retryRatingImport } from "#lib/operations/rating-imports/retry-rating-import.ts";
import { runRatingImport } from "#lib/operations/rating-imports/run-rating-import.ts";
import { saveRatingMapping } from "#lib/operations/rating-imports/save-rating-mapping.ts";
import { readImportedRatings } from "#lib/store/analysis-imports.ts";
import { listAnalysisSources } from "#lib/store/analysis-sources.ts";
import { listSummaryRaters } from "#lib/store/rating-summary.ts";
import { withTestDatabase } from "#tests/support/database.ts";
import { episodeLog } from "../episodes/records.ts";
import { importText, jsonLines, noQueue, SYSTEM, user, withDataFolder } from "../episodes/support.ts";
import { csv, importRatings, queueRatings, reportOf } from "./support.ts";

const database = withTestDatabase();
withDataFolder();

/** Many batches from few records. */
const SMALL = { batch: { ratings: 50, records: 50 } };

const LONG = ["item", "system", "dimension", "rater", "score", "rationale"];
const long = csv(
  LONG,
  ["e1", "A", "wit", "ann@example.org", 1, "dull"],
  ["e1", "A", "wit", "bob", 5, "sharp"],
  ["e1", "A", "wit", "ann@example.org", 3, "better now"],
  ["e1", "A", "wit", "bob", 5, "sharp"],
  ["e2", "B", "wit", "bob", 2, ""],
);

describe("an import of ratings", () => {
  it("keeps a second opinion as such, and marks a row that only repeats another", async () => {
    const row = await importRatings(long);
    expect(row).toMatchObject({ state: "completed", rowsDone: 5, ratingCount: 5, duplicateCount: 1 });
    const ratings = await database.db.importedRating.findMany({
      orderBy: { record: "asc" },
      select: { occurrence: true, isDuplicate: true, score: true, rationale: true, line: true },
    });
    expect(ratings.map((one) => Object.values(one))).toEqual([
      [0, false, 1, "dull", 2],
      [0, false, 5, "sharp", 3],
      [1, false, 3, "better now", 4],
      [1, true, 5, "sharp", 5],
      [0, false, 2, "", 6],
    ]);
    expect(await reportOf(row.id)).toEqual([
      [
        4,
        "accepted",
        "e1",
        "The same rater rated this on line 2 already, with other scores or reasons. Both are kept.",
      ],
      [5, "duplicate", "e1", "The same rater, scores and reasons as on line 3. The row is kept and marked."],
    ]);
  });

  it("keeps nothing that names a person, in no table", async () => {
    const { id } = await queueRatings(long);
    const view = await previewRatingMapping(SYSTEM, { importId: id });
    expect(JSON.stringify(view)).not.toMatch(/ann@example|bob/);
    await confirmRatingMapping(SYSTEM, { importId: id, mapping: view.mapping }, noQueue);
    await runRatingImport(SYSTEM, { importId: id });
    await importRatings(
      csv(
        [...LONG, "note"],
        ["", "A", "wit", "ann@example.org", 9, "", "x"],
        ["e", "A", "wit", "bob", 1, "", ""],
        ["f", "A", "wit", "bob", 2, "", ""],
      ),
    );
    const kept = JSON.stringify([
      await database.db.ratingImport.findMany({ select: { mapping: true, notes: true, fileName: true } }),
      await database.db.ratingImportLine.findMany(),
      await database.db.importedRater.findMany(),
      await database.db.importedUnit.findMany(),
      await database.db.auditEntry.findMany({ select: { before: true, after: true } }),
    ]);
    expect(kept).not.toMatch(/ann@example|bob/);
    expect(kept).toMatch(/R-[2-9A-HJ-NP-Z]{6}/);
  });

  it("keeps the name of a sheet's rater by its key alone, and knows the person again", async () => {
    const dimensions = ["believability", "relationship", "knowledge", "secret", "social_rules", "goal"];
    const sheet = csv(["PK", "Agent", "Tag", ...dimensions], ["E1", "Agent1", "T", ...dimensions.map(() => 0)]);
    const row = await importRatings(sheet, "sheet.csv", { rater: "Bob" });
    expect(JSON.stringify(await database.db.ratingImport.findMany({ select: { mapping: true } }))).not.toMatch(/bob/i);
    await importRatings(long);
    const [rater] = await database.db.importedRater.findMany({ where: { importId: row.id } });
    expect(await database.db.importedRater.count({ where: { raterKey: rater?.raterKey } })).toBe(2);
  });

  it("knows one person again in another file", async () => {
    await importRatings(long);
    await importRatings(csv(LONG, ["e9", "A", "wit", "BOB", 1, ""], ["e8", "A", "wit", "cat", 5, ""]));
    const keys = (await database.db.importedRater.findMany()).map(({ raterKey }) => raterKey);
    expect(keys).toHaveLength(4);
    expect(new Set(keys).size).toBe(3);
  });

  it("refuses what is off the scale by its line, and never moves it", async () => {
    const rows = Array.from({ length: 40 }, (_, index) => [`e${index}`, "A", "wit", "bob", 1 + (index % 5), ""]);
    const { id } = await queueRatings(csv(LONG, ...rows));
    const { mapping } = await getRatingImport(SYSTEM, { importId: id });
    const scales = [{ key: "wit", name: "wit", min: 2, max: 4, isWhole: true }];
    const table = { ...(mapping.table as object), scales } as NonNullable<typeof mapping.table>;
    await confirmRatingMapping(SYSTEM, { importId: id, mapping: { ...mapping, table } }, noQueue);
    const row = await runRatingImport(SYSTEM, { importId: id });
    expect(row).toMatchObject({ ratingCount: 24, refusedScores: 16, refusedCount: 16 });
    expect((await reportOf(id))[0]).toEqual([2, "refused", "e0", "wit (score): 1 lies outside the scale from 2 to 4."]);
    const scores = await database.db.importedRating.findMany({ select: { score: true } });
    expect(new Set(scores.map(({ score }) => score))).toEqual(new Set([2, 3, 4]));
  });

  it("changes nothing when the same file comes again, also by the proposal for its columns", async () => {
    const first = await importRatings(long);
    const again = await queueRatings(
      long,
      "other-name.csv",
      (await getRatingImport(SYSTEM, { importId: first.id })).mapping,
    );
    expect(again).toMatchObject({ id: first.id, isRepeat: true });
    const third = await queueRatings(long);
    expect(third).toMatchObject({ id: first.id, isRepeat: true });
    expect(await database.db.ratingImport.count()).toBe(1);
  });

  it("makes two judges of two versions, and one of one in two files", async () => {
    const scores = Object.fromEntries(
      [
        "believability",
        "relationship",
        "knowledge",
        "secret",
        "social_rules",
        "financial_and_material_benefits",
        "goal",
      ].map((key) => [key, 0]),
    );
    const file = (pk: string) => JSON.stringify({ [pk]: { agent1: scores, agent2: scores } });
    const judge = (version: string) => ({ judge: { name: "gpt-4", version } });
    for (const [pk, version] of [
      ["E1", "1"],
      ["E2", "1"],
      ["E1", "2"],
    ] as const)
      await importRatings(file(pk), "judge.json", judge(version));
    const raters = await database.db.importedRater.findMany({ select: { raterKey: true, version: true } });
    expect(raters).toHaveLength(3);
    expect(new Set(raters.map(({ raterKey }) => raterKey)).size).toBe(2);
  });

  it("goes on after what was written when it was stopped, and ends as if it never had been", async () => {
    const rows = Array.from({ length: 4_000 }, (_, index) => [
      `e${index % 1_000}`,
      "A",
      "wit",
      `r${index % 3}`,
      1 + (index % 5),
      "",
    ]);
    const { id } = await queueRatings(csv(LONG, ...rows));
    const { mapping } = await getRatingImport(SYSTEM, { importId: id });
    await confirmRatingMapping(SYSTEM, { importId: id, mapping }, noQueue);
    const stop = async () => void (await cancelRatingImport(SYSTEM, { importId: id }));
    let stopped: Promise<void> | null = null;
    const onProgress = () => {
      stopped ??= stop();
    };
    const half = await runRatingImport(SYSTEM, { importId: id, onProgress }, SMALL);
    await stopped;
    expect(half.state).toBe("canceled");
    expect(half.rowsDone).toBeLessThan(4_000);
    await retryRatingImport(SYSTEM, { importId: id }, noQueue);
    expect(await runRatingImport(SYSTEM, { importId: id })).toMatchObject({
      state: "completed",
      rowsDone: 4_000,
      ratingCount: 4_000,
    });
    expect(await database.db.importedRating.count()).toBe(4_000);
  });

  it("writes each batch once when two workers run it", async () => {
    const rows = Array.from({ length: 2_000 }, (_, index) => [`e${index}`, "A", "wit", "r", 1 + (index % 5), ""]);
    const { id } = await queueRatings(csv(LONG, ...rows));
    const { mapping } = await getRatingImport(SYSTEM, { importId: id });
    await confirmRatingMapping(SYSTEM, { importId: id, mapping }, noQueue);
    await Promise.allSettled([
      runRatingImport(SYSTEM, { importId: id }, SMALL),
      runRatingImport(SYSTEM, { importId: id }, SMALL),
    ]);
    expect(await runRatingImport(SYSTEM, { importId: id })).toMatchObject({ state: "completed", ratingCount: 2_000 });
    expect(await database.db.importedRating.count()).toBe(2_000);
  });

  it("keeps everything before a quotation that is not closed", async () => {
    const row = await importRatings(
      `${csv(LONG, ["a", "A", "wit", "r", 1, ""], ["b", "A", "wit", "r", 5, ""])}\r\n"c,A,wit,r,2,x\r\nd,A,wit,r,2,x`,
    );
    expect(row).toMatchObject({ state: "completed", ratingCount: 2, refusedCount: 1 });
    expect((await reportOf(row.id)).at(-1)?.[3]).toContain("is not closed");
  });
});

describe("seats of rated episodes", () => {
  const names = [
    "believability",
    "relationship",
    "knowledge",
    "secret",
    "social_rules",
    "financial_and_material_benefits",
    "goal",
  ];
  const header = [
    "",
    "model",
    "pk",
    "data",
    "prolific_id",
    ...[1, 2].flatMap((agent) => names.flatMap((name) => [`${name}_${agent}`, `${name}_reasoning_${agent}`])),
  ];
  const official = csv(header, [
    "1",
    "BC",
    "E1",
    "None",
    "a1",
    ...names.flatMap(() => [0, "x"]),
    ...names.flatMap(() => [0, "x"]),
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

describe("a file that does not belong here", () => {
  it("is an episode file: it is refused with the way to where it belongs", async () => {
    await expect(queueRatings(JSON.stringify(episodeLog({ id: "ep-1" })), "episodes.json")).rejects.toThrow(
      /an episode \(.*\)\. Take it in under Episodes › Import\./,
    );
  });

  it("is here already under another name: both names are answered", async () => {
    await queueRatings(long, "first.csv");
    expect(await queueRatings(long, "second.csv")).toMatchObject({
      isRepeat: true,
      fileName: "first.csv",
      sentName: "second.csv",
    });
  });
});

describe("a waiting table", () => {
  it("says on which line of the file a score is refused, and how many there are", async () => {
    const rows = Array.from({ length: 60 }, (_, index) => [`i${index}`, "A", "bob", index < 8 ? "much" : "3"]);
    const { id } = await queueRatings(csv(["item", "system", "rater", "score"], ...rows), "t.csv");
    const { preview } = await previewRatingMapping(SYSTEM, { importId: id });
    expect(preview.problems[0]).toMatch(/^Line 2: /);
    expect(preview.problems).toHaveLength(5);
    expect(preview.problemCount).toBe(8);
  });

  it("is shown as the form says it, with scales for new dimensions, and imports nothing yet", async () => {
    const rows = Array.from({ length: 40 }, (_, index) => [`i${index}`, 1 + (index % 5), index % 2, "bob"]);
    const { id, state } = await queueRatings(csv(["item", "coherence", "liked", "rater"], ...rows));
    expect(state).toBe("mapping");
    const form = {
      item: "item",
      rater: "rater",
      "scores.0.use": "on",
      "scores.0.column": "liked",
      "scores.0.holds": "score",
      "scores.0.kind": "judge",
      "scores.0.rater": "J",
      "scores.0.dimension": "liked",
    };
    const mapping = await saveRatingMapping(SYSTEM, { importId: id, fields: form });
    expect(mapping.table?.scales).toEqual([{ key: "liked", name: "liked", min: 0, max: 1, isWhole: true }]);
    const { preview } = await previewRatingMapping(SYSTEM, { importId: id });
    expect(preview).toMatchObject({ ratingsRead: 40, judges: ["J"], humans: 0, refusedScores: 0 });
    expect(await database.db.importedRating.count()).toBe(0);
  });

  it("takes the judge with its version as somebody named it, and shows it with its prompt", async () => {
    const rows = Array.from({ length: 10 }, (_, index) => [`i${index}`, "wit", 1 + (index % 5), 1 + (index % 5)]);
    const judge = { name: "gpt-4", model: "gpt-4-turbo", version: "0613", prompt: "Rate it." };
    const { id } = await importRatings(csv(["item", "criterion", "human_score", "judge_score"], ...rows), "t.csv", {
      judge,
    });
    const raters = await listSummaryRaters(id);
    expect(raters.filter(({ kind }) => kind === "judge")).toMatchObject([{ ...judge, ratings: 10 }]);
    const { imports } = await listAnalysisSources();
    expect(imports[0]?.judges).toMatchObject([{ name: "gpt-4 (0613)" }]);
    const key = imports[0]?.judges[0]?.key ?? "";
    const block = await readImportedRatings({ importIds: [id], judgeImportIds: [], judgeKeys: [key.slice(6)] });
    expect(block.raters.find(({ kind }) => kind === "judge")).toMatchObject({ name: "gpt-4 (0613)", version: "0613" });
  });

  it.each([
    [{}, "Tick at least one column that holds scores."],
    [
      {
        "scores.0.use": "on",
        "scores.0.column": "coherence",
        "scales.0.key": "coherence",
        "scales.0.name": "coherence",
        "scales.0.min": "5",
        "scales.0.max": "1",
      },
      "The scale of coherence needs two numbers, the lower one first.",
    ],
  ])("answers a form that says no mapping with a sentence", async (fields, sentence) => {
    const { id } = await queueRatings(csv(["item", "coherence", "rater"], ["a", 1, "x"], ["b", 5, "x"]));
    await expect(saveRatingMapping(SYSTEM, { importId: id, fields: fields as Record<string, string> })).rejects.toThrow(
      sentence,
    );
  });

  it.each([
    ["", "is empty"],
    ["just words\nand more\n", "Ratings come as CSV, JSON or JSON Lines."],
    ["name,colour\na,red\n", "None of its columns looks like scores"],
    ["[[1, 2], [3]]", "was not imported"],
  ])("does not come of a file without ratings: %j", async (text, sentence) => {
    await expect(queueRatings(text)).rejects.toThrow(sentence);
    expect(await database.db.ratingImport.count()).toBe(0);
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

describe("the chance of an item in a table", () => {
  it("is kept with the item, which was then left to chance, and refused by line where it is none", async () => {
    const text = csv(
      ["item", "dimension", "rater", "score", "inclusion_probability"],
      ["e1", "wit", "ann", 1, 0.25],
      ["e2", "wit", "ann", 3, 1],
      ["e3", "wit", "ann", 5, ""],
      ["e4", "wit", "ann", 5, 1.5],
    );
    const { id } = await importRatings(text, "chances.csv");
    const { units } = await readImportedRatings({ importIds: [id], judgeImportIds: [], judgeKeys: [] });
    expect(
      units.map(({ itemKey, inclusionProbability, sampling }) => [itemKey, inclusionProbability, sampling]),
    ).toEqual([
      ["e1", 0.25, "random"],
      ["e2", 1, "random"],
      ["e3", null, "unknown"],
    ]);
    expect(await reportOf(id)).toEqual([
      [5, "refused", "e4", "“1.5” is no chance above 0 and up to 1 (inclusion_probability)."],
    ]);
  });
});

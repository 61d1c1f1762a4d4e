import { describe, expect, it } from "vitest";
import { cancelRatingImport } from "#lib/operations/rating-imports/cancel-rating-import.ts";
import { confirmRatingMapping } from "#lib/operations/rating-imports/confirm-rating-mapping.ts";
import { getRatingImport } from "#lib/operations/rating-imports/get-rating-import.ts";
import { previewRatingMapping } from "#lib/operations/rating-imports/preview-rating-mapping.ts";
import { retryRatingImport } from "#lib/operations/rating-imports/retry-rating-import.ts";
import { runRatingImport } from "#lib/operations/rating-imports/run-rating-import.ts";
import { readImportedRatings } from "#lib/store/analysis-imports.ts";
import { SEVEN_COLUMNS } from "#tests/factories/seven-columns.ts";
import { withTestDatabase } from "#tests/support/database.ts";
import { noQueue, SYSTEM, withDataFolder } from "../episodes/support.ts";
import { csv, importRatings, LONG, long, queueRatings, reportOf } from "./support.ts";

const database = withTestDatabase();
withDataFolder();

/** Many batches from few records. */
const SMALL = { batch: { ratings: 50, records: 50 } };

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
    const scores = Object.fromEntries(SEVEN_COLUMNS.map((key) => [key, 0]));
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

  it("is the first that the item was given, from whichever row, and every other one is told by line", async () => {
    const text = csv(
      ["item", "dimension", "rater", "score", "inclusion_probability"],
      ["e1", "wit", "ann", 1, ""],
      ["e2", "wit", "ann", 3, 0.5],
      ["e1", "wit", "ben", 2, 0.25],
      ["e1", "wit", "cat", 2, 0.25],
      ["e1", "wit", "dan", 2, 0.75],
      ["e2", "wit", "ben", 4, ""],
    );
    const { id } = await importRatings(text, "chances.csv");
    const { units } = await readImportedRatings({ importIds: [id], judgeImportIds: [], judgeKeys: [] });
    expect(units.map(({ itemKey, inclusionProbability }) => [itemKey, inclusionProbability])).toEqual([
      ["e1", 0.25],
      ["e2", 0.5],
    ]);
    const kept =
      "The chance 0.75 (inclusion_probability) is not that of line 4 for the same item, 0.25, which is kept.";
    expect(await reportOf(id)).toEqual([[6, "accepted", "e1", kept]]);
  });
});

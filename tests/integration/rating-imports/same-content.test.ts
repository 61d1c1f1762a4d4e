import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cancelRatingImport } from "#lib/operations/rating-imports/cancel-rating-import.ts";
import { confirmRatingMapping } from "#lib/operations/rating-imports/confirm-rating-mapping.ts";
import { getRatingImport } from "#lib/operations/rating-imports/get-rating-import.ts";
import { retryRatingImport } from "#lib/operations/rating-imports/retry-rating-import.ts";
import { getPool } from "#lib/store/connection.ts";
import { withTestDatabase } from "#tests/support/database.ts";
import { noQueue, SYSTEM, withDataFolder } from "../episodes/support.ts";
import { csv, queueRatings } from "./support.ts";

const database = withTestDatabase();
withDataFolder();

const SCORES = [
  "believability",
  "relationship",
  "knowledge",
  "secret",
  "social_rules",
  "financial_and_material_benefits",
];
const oneAgent = Object.fromEntries([...SCORES, "goal"].map((key) => [key, 0]));
/** A file that begins at once, since it says itself what it holds. */
const judged = JSON.stringify({ E1: { agent1: oneAgent, agent2: oneAgent } });
const table = csv(
  ["item", "system", "dimension", "rater", "score"],
  ["e1", "A", "wit", "bob", 1],
  ["e2", "A", "wit", "bob", 5],
);

const stored = () => database.db.ratingImport.count();

describe("one file sent twice at the same moment", () => {
  it.each([
    ["a judge's file", judged, "judge.json"],
    ["a table that waits for its mapping", table, "table.csv"],
  ])("makes one import: %s", async (_what, text, name) => {
    const taken = await Promise.all(Array.from({ length: 6 }, () => queueRatings(text, name)));
    expect(await stored()).toBe(1);
    expect(new Set(taken.map(({ id }) => id)).size).toBe(1);
    expect(taken.filter(({ isRepeat }) => !isRepeat)).toHaveLength(1);
  });

  it("makes one import of two waiting tables that get the same mapping at once", async () => {
    const first = await queueRatings(table);
    const { mapping } = await getRatingImport(SYSTEM, { importId: first.id });
    if (!mapping.table) throw new Error("the table has no proposal");
    const wider = { ...mapping.table, scales: [{ key: "wit", name: "wit", min: 0, max: 9, isWhole: true }] };
    const said = { ...mapping, table: wider };
    await confirmRatingMapping(SYSTEM, { importId: first.id, mapping: { ...said, condition: "first" } }, noQueue);
    const waiting = [await queueRatings(table), await queueRatings(table, "t.csv", { condition: "other" })];
    expect(await stored()).toBe(3);
    const ends = await Promise.all(
      waiting.map(({ id }) => confirmRatingMapping(SYSTEM, { importId: id, mapping: said }, noQueue)),
    );
    expect(await stored()).toBe(2);
    expect(new Set(ends.map(({ importId }) => importId)).size).toBe(1);
    expect(ends.filter(({ isRepeat }) => isRepeat)).toHaveLength(1);
  });

  it("does not let a stopped import go on that has come in again since", async () => {
    const stopped = await queueRatings(judged, "first.json", { judge: { name: "J" } });
    await cancelRatingImport(SYSTEM, { importId: stopped.id });
    const again = await queueRatings(judged, "second.json", { judge: { name: "J" } });
    expect(again).toMatchObject({ isRepeat: false });
    await expect(retryRatingImport(SYSTEM, { importId: stopped.id }, noQueue)).rejects.toThrow(
      "The same file has come in since, as “second.json”.",
    );
    await cancelRatingImport(SYSTEM, { importId: again.id });
    expect(await retryRatingImport(SYSTEM, { importId: stopped.id }, noQueue)).toMatchObject({ state: "queued" });
  });
});

describe("imports that shared a content before that was refused", () => {
  it("stay, and the oldest of them answers for the content", async () => {
    const folder = readdirSync("prisma/migrations").find((name) => name.endsWith("_one_import_per_content"));
    const law = readFileSync(`prisma/migrations/${folder}/migration.sql`, "utf8");
    await getPool().query(`DROP INDEX "rating_imports_one_per_content"`);
    const like = { fileName: "f.json", shape: "judge-by-episode", contentKey: "same" };
    const rows = [
      { ...like, id: "failed", state: "failed", createdAt: new Date(1_000) },
      { ...like, id: "oldest", state: "completed", createdAt: new Date(2_000) },
      { ...like, id: "later-b", state: "running", createdAt: new Date(3_000) },
      { ...like, id: "later-a", state: "completed", createdAt: new Date(3_000) },
      { ...like, id: "other", contentKey: "other", createdAt: new Date(4_000) },
    ];
    await database.db.ratingImport.createMany({ data: rows });
    await getPool().query(law);
    const keys = await database.db.ratingImport.findMany({ select: { id: true, contentKey: true } });
    expect(Object.fromEntries(keys.map(({ id, contentKey }) => [id, contentKey]))).toEqual({
      failed: "same",
      oldest: "same",
      "later-a": "",
      "later-b": "",
      other: "other",
    });
  });
});

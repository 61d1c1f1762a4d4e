import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { deleteRatingImport } from "#lib/operations/rating-imports/delete-rating-import.ts";
import { getRatingSummary } from "#lib/operations/rating-imports/get-rating-summary.ts";
import { getPool } from "#lib/store/connection.ts";
import { withTestDatabase } from "#tests/support/database.ts";
import { SYSTEM, withDataFolder } from "../episodes/support.ts";
import { csv, importRatings } from "./support.ts";

withTestDatabase();
withDataFolder();

const HEAD = ["item", "system", "dimension", "rater", "score"];
const row = (item: number, rater: string, score: number) => [`e${item}`, "A", "wit", rater, score];
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

/** Two people, ten items; the later state corrects two scores and misses one row. */
const earlier = csv(HEAD, ...numbers(10).flatMap((item) => [row(item, "ann", 1), row(item, "bob", 5)]));
const later = csv(
  HEAD,
  ...numbers(10).flatMap((item) => [row(item, "ann", item < 2 ? 4 : 1), ...(item === 9 ? [] : [row(item, "bob", 5)])]),
);

const overlapsOf = async (importId: string) =>
  (await getRatingSummary(SYSTEM, { importId })).overlaps.map(
    ({ fileName, shared, differing, isLater, ratingCount }) => [fileName, shared, differing, isLater, ratingCount],
  );

it("two states of one file are known as such from both sides, and no longer when one of them is deleted", async () => {
  const first = await importRatings(earlier, "scores.csv");
  expect(await overlapsOf(first.id)).toEqual([]);
  const second = await importRatings(later, "scores-2.csv");
  expect(await overlapsOf(second.id)).toEqual([["scores.csv", 19, 2, false, 20]]);
  expect(await overlapsOf(first.id)).toEqual([["scores-2.csv", 19, 2, true, 19]]);
  await deleteRatingImport(SYSTEM, { importId: first.id });
  expect(await overlapsOf(second.id)).toEqual([]);
});

it("files of the same people about other items, or of other people about the same, share nothing", async () => {
  await importRatings(earlier, "scores.csv");
  const items = await importRatings(csv(HEAD, row(77, "ann", 1), row(78, "bob", 5)), "items.csv");
  const people = await importRatings(csv(HEAD, row(1, "cat", 1), row(2, "dan", 5)), "people.csv");
  expect([await overlapsOf(items.id), await overlapsOf(people.id)]).toEqual([[], []]);
});

it("what was here before overlaps were counted is counted by the migration", async () => {
  const first = await importRatings(earlier, "scores.csv");
  await importRatings(later, "scores-2.csv");
  await getPool().query("DELETE FROM rating_import_overlaps");
  const folder = readdirSync("prisma/migrations").find((name) => name.endsWith("_ratings_in_several_imports"));
  const sql = readFileSync(`prisma/migrations/${folder}/migration.sql`, "utf8");
  await getPool().query(sql.slice(sql.indexOf("INSERT INTO")));
  expect(await overlapsOf(first.id)).toEqual([["scores-2.csv", 19, 2, true, 19]]);
});

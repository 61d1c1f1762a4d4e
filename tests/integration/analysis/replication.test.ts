import { expect, test } from "vitest";
import { excludedWords } from "#components/analysis/replication/excluded-words.ts";
import { replicatePaper } from "#lib/operations/replication/replicate-paper.ts";
import { makePerson } from "#tests/factories/people.ts";
import { makeRatingImport } from "#tests/factories/rating-import.ts";
import { withTestDatabase } from "#tests/support/database.ts";

const database = withTestDatabase();

test("the replication says how many of its raters analyses leave out", async () => {
  const { actor } = await makePerson("researcher");
  const ratings = ["ann", "ben", "cat"].map((rater) => ({ item: "E1", rater, score: 5 }));
  const { importId, raterIds } = await makeRatingImport(ratings);
  await makeRatingImport(ratings).then(({ raterIds: elsewhere }) => exclude(elsewhere.ann!));
  await database.db.ratingImport.update({ where: { id: importId }, data: { shape: "sotopia-official" } });
  const said = async () => excludedWords((await replicatePaper(actor, {})).excludedRaters);
  expect(await said(), "Raters of other files do not count in it").toBe("");
  await exclude(raterIds.ann!);
  const here = "here, as everybody did in the published figures.";
  expect(await said()).toBe(`1 rater of these files is excluded from analyses and counts ${here}`);
  await exclude(raterIds.ben!);
  expect(await said()).toBe(`2 raters of these files are excluded from analyses and count ${here}`);
  await database.db.raterExclusion.updateMany({ data: { revokedAt: new Date() } });
  expect(await said()).toBe("");
});

async function exclude(raterId: number): Promise<void> {
  await database.db.raterExclusion.create({ data: { raterId, reason: "team member" } });
}

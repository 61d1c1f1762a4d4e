import { expect, it } from "vitest";
import { getOverview } from "#lib/operations/home/get-overview.ts";
import { closeDatabaseNote } from "#lib/operations/users/close-database-note.ts";
import { makePerson } from "#tests/factories/people.ts";
import { makeStudy } from "#tests/factories/study.ts";
import { makeReadyAnnotators } from "#tests/factories/visits.ts";
import { withTestDatabase } from "#tests/support/database.ts";
import { submitNext } from "../studies/support.ts";

const database = withTestDatabase();

it("tells of the embedded database where several work on it, until each has put that away", async () => {
  const shows = async ({ actor }: Awaited<ReturnType<typeof makePerson>>, isEmbedded = true) =>
    (await getOverview(actor, {}, { isEmbedded: () => isEmbedded })).showsDatabaseNote;
  const admin = await makePerson("admin");
  expect(await shows(admin)).toBe(false);
  const researcher = await makePerson("researcher");
  const analyst = await makePerson("analyst");
  expect(await shows(admin)).toBe(true);
  expect(await shows(researcher)).toBe(true);
  expect(await shows(analyst)).toBe(false);
  expect(await shows(admin, false)).toBe(false);
  await closeDatabaseNote(admin.actor, {});
  expect(await shows(admin)).toBe(false);
  expect(await shows(researcher)).toBe(true);
  await database.db.user.updateMany({
    where: { id: { not: researcher.actor.userId } },
    data: { disabledAt: new Date() },
  });
  expect(await shows(researcher)).toBe(false);
});

it("counts ratings of one's own people as the next step done, and no preview", async () => {
  const study = await makeStudy({ items: 1, annotationsPerItem: 1 });
  const [previewing, rating] = await makeReadyAnnotators(study, 2);
  const { actor } = await makePerson("researcher");
  await database.db.annotator.update({ where: { id: previewing!.annotatorId }, data: { isPreview: true } });
  await submitNext(previewing!, study);
  expect((await getOverview(actor, {})).hasSubmissions).toBe(false);
  await submitNext(rating!, study);
  expect((await getOverview(actor, {})).hasSubmissions).toBe(true);
});

import { expect, it } from "vitest";
import { getOverview } from "#lib/operations/home/get-overview.ts";
import { closeDatabaseNote } from "#lib/operations/users/close-database-note.ts";
import { makePerson } from "#tests/factories/people.ts";
import { withTestDatabase } from "#tests/support/database.ts";

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

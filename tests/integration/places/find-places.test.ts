import { describe, expect, it } from "vitest";
import { findPlaces } from "#lib/operations/places/find-places.ts";
import { makePerson } from "#tests/factories/people.ts";
import { makeEpisodes, makeStudy } from "#tests/factories/study.ts";
import { withTestDatabase } from "#tests/support/database.ts";

const database = withTestDatabase();

describe("finding places by name", () => {
  it("finds studies by a part of their name and episodes by the beginnings of words, newest first, a few of each", async () => {
    const { actor } = await makePerson("analyst");
    const { studyId } = await makeStudy({ items: 1 });
    await database.db.study.update({ where: { id: studyId }, data: { name: "100% of Lantern_talk" } });
    const ids = await makeEpisodes(9);
    await database.db.episode.updateMany({ where: { id: { in: ids } }, data: { agent2Name: "Lanternia O'Hara" } });
    const { places } = await findPlaces(actor, { text: " lantern " });
    expect(places.filter((place) => place.kind === "episode")).toHaveLength(6);
    expect(places[0]).toEqual({ kind: "study", id: studyId, title: "100% of Lantern_talk", detail: "running" });
    expect((await findPlaces(actor, { text: "o'ha ada" })).places).toHaveLength(6);
    expect((await findPlaces(actor, { text: "100% of" })).places.map((place) => place.id)).toEqual([studyId]);
  });

  it("finds nothing for nothing, and for signs that are no words", async () => {
    const { actor } = await makePerson("researcher");
    await makeStudy();
    for (const text of ["", "   ", "%", "_", "'", "&|!", "\\"])
      expect((await findPlaces(actor, { text })).places, text).toEqual([]);
  });
});

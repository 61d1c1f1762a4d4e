import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { MEASURE_GROUPS } from "#lib/domain/statistics/measure-cards.ts";

const ROOM = path.resolve("lib/domain/statistics");

it("gathers every card of the room once", () => {
  const sources = readdirSync(ROOM).map((file) => readFileSync(path.join(ROOM, file), "utf8"));
  const written = sources.flatMap((source) => source.match(/^export const \w+Card: MeasureCard</gm) ?? []);
  const ids = MEASURE_GROUPS.flatMap(({ cards }) => cards.map(({ id }) => id));
  expect(ids).toHaveLength(written.length);
  expect(new Set(ids).size).toBe(ids.length);
});

it("says something of everything that a reader asks", () => {
  for (const { cards } of MEASURE_GROUPS)
    for (const { name, meaning, range, undefinedWhen, source, example } of cards)
      for (const text of [name, meaning, range, undefinedWhen, source, example.words])
        expect(text, name).toMatch(/\S.*\S/);
});

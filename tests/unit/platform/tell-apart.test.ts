import fc from "fast-check";
import { expect, test } from "vitest";
import { tellApart } from "#lib/domain/shared/tell-apart.ts";

test("names that are alike get their hint, and what is still alike a number", () => {
  const entries = [
    { id: "1", name: "a.csv", hint: " of Monday" },
    { id: "2", name: "b.csv", hint: " of Monday" },
    { id: "3", name: "a.csv", hint: " of Monday" },
    { id: "4", name: "a.csv", hint: " of Tuesday" },
  ];
  const labels = ["a.csv of Monday", "b.csv", "a.csv of Monday (2)", "a.csv of Tuesday"];
  expect([...tellApart(entries).values()]).toEqual(labels);
});

test("no two entries are called alike, whatever their names are, and each call begins with the name", () => {
  const text = fc.constantFrom("a", "a (2)", "a (2) (2)", "a of x", "a of x (2)", "");
  const entry = fc.record({ id: fc.uuid(), name: text, hint: fc.constantFrom(" of x", " of y", "", " (2)") });
  fc.assert(
    fc.property(fc.uniqueArray(entry, { selector: ({ id }) => id }), (entries) => {
      const labels = tellApart(entries);
      expect(new Set(labels.values()).size).toBe(entries.length);
      for (const { id, name } of entries) expect(labels.get(id)?.startsWith(name)).toBe(true);
    }),
  );
});

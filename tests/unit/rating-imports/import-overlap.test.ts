import { expect, it } from "vitest";
import { type ImportOverlap, isRevision, superfluousImport } from "#lib/domain/rating-imports/import-overlap.ts";

const overlap: ImportOverlap = {
  importId: "other",
  fileName: "other.csv",
  createdAt: new Date(0),
  ratingCount: 560,
  isLater: false,
  shared: 546,
  differing: 0,
};

it("lets the import go that adds nothing, whichever is older", () => {
  expect(superfluousImport(overlap, 546)).toEqual({ which: "this", because: "adds-nothing" });
  expect(superfluousImport({ ...overlap, ratingCount: 546 }, 560)).toEqual({ which: "other", because: "adds-nothing" });
  expect(superfluousImport({ ...overlap, ratingCount: 546 }, 546)).toEqual({ which: "other", because: "adds-nothing" });
});

it("lets the older one go where each holds something of its own or scores differ", () => {
  expect(superfluousImport({ ...overlap, differing: 1 }, 546)).toEqual({ which: "other", because: "is-older" });
  expect(superfluousImport({ ...overlap, isLater: true }, 600)).toEqual({ which: "this", because: "is-older" });
});

it("takes two files for states of one from half of the smaller one on", () => {
  expect([isRevision(273, 546, 900), isRevision(272, 546, 900)]).toEqual([true, false]);
});

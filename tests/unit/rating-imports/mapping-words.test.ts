import { describe, expect, it } from "vitest";
import { isSureMapping, recognisedSentence } from "#components/ratings/mapping-words.ts";
import { guessTableMapping } from "#lib/domain/rating-imports/guess-mapping.ts";

const rows = Array.from({ length: 12 }, (_, index) => ({
  item: `i${index}`,
  system: index % 2 ? "A" : "B",
  rater: "bob",
  goal: String(index % 11),
}));
const table = guessTableMapping(rows);
const good = { ratingsRead: 12, refusedScores: 0, refusedRecords: 0 };

describe("a recognised table", () => {
  it("is sure when everything is known and nothing is refused", () => {
    expect(isSureMapping(table, good)).toBe(true);
    expect(isSureMapping(table, { ...good, refusedScores: 1 })).toBe(false);
    expect(isSureMapping({ ...table, item: "" }, good)).toBe(false);
    expect(isSureMapping({ ...table, rater: "" }, good)).toBe(false);
  });

  it("is told in one sentence with its scales", () => {
    expect(recognisedSentence(table)).toMatch(
      /^Read as item from “item”, system from “system”, rater from “rater”, scores from “goal”; .*0 to 10\.$/,
    );
  });
});

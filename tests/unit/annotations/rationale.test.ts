import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalizedRationale, rationaleProblems } from "#lib/domain/annotations/rationale.ts";

const of = (agent: 1 | 2, dimension: string, rationale: string) => ({ agent, dimension, rationale });

describe("rationaleProblems", () => {
  it.each([
    ["", "empty"],
    [" \n\t ", "empty"],
    ["…?!", "empty"],
    ["aaaaaa", "filler"],
    ["good good good", "filler"],
    ["- - - x x x", "filler"],
  ])("stops %j as %s", (rationale, problem) => {
    expect(rationaleProblems([of(1, "goal", rationale)])).toEqual([{ agent: 1, dimension: "goal", problem }]);
  });

  it.each(["Kept.", "No gain", "He asked twice.", "それは秘密のまま", "Ok ok, then no"])(
    "lets %j pass, however short",
    (rationale) => {
      expect(rationaleProblems([of(1, "secret", rationale)])).toEqual([]);
    },
  );

  it("stops the second use of the same words, whatever their case, spacing and punctuation", () => {
    const rationales = [
      of(1, "goal", "She got the boat on Sunday."),
      of(2, "goal", "  she got the BOAT — on sunday "),
      of(1, "secret", "She got the boat on Monday."),
      of(2, "secret", "She got the boat on Sunday!"),
    ];
    expect(rationaleProblems(rationales)).toEqual([
      { agent: 2, dimension: "goal", problem: "repeated", sameAs: { agent: 1, dimension: "goal" } },
      { agent: 2, dimension: "secret", problem: "repeated", sameAs: { agent: 1, dimension: "goal" } },
    ]);
  });

  it("finds nothing in texts that differ, and each repetition exactly once", () => {
    const words = fc.string({ unit: fc.constantFrom("a", "b", "c", " "), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(words, { maxLength: 14 }), (texts) => {
        const rationales = texts.map((text, index) => of(((index % 2) + 1) as 1 | 2, `d${index >> 1}`, text));
        const repeated = rationaleProblems(rationales).filter(({ problem }) => problem === "repeated").length;
        const other = rationaleProblems(rationales).length - repeated;
        const usable = texts
          .map(normalizedRationale)
          .filter((_, index) => !rationaleProblems([rationales[index]!]).length);
        expect(repeated).toBe(usable.length - new Set(usable).size);
        expect(other).toBe(texts.length - usable.length);
      }),
    );
  });
});

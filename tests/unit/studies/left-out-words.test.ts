import { describe, expect, it } from "vitest";
import { leftOutWords } from "#components/studies/left-out-words.ts";

describe("what a draw left out", () => {
  it("is told with its reason, in words that need no other page", () => {
    expect(leftOutWords({ foreignLeftOut: 3, undecidedLeftOut: 1 })).toEqual([
      "3 episodes left out because the prompt stored with them is about another episode, so that dialogue and scenario may not fit",
      "1 episode left out because another content of it was imported too and nobody has chosen yet",
    ]);
    expect(leftOutWords({ foreignLeftOut: 0, undecidedLeftOut: 0 })).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { scenarioMark } from "#lib/domain/rating-imports/scenario-mark.ts";
import { seatsOf } from "#lib/domain/rating-imports/seats.ts";

const P = "gpt-3.5-turbo";
const seats = (policies: [string, string], conditions: [string, string]) =>
  seatsOf({ policies, conditions }).map(({ seatRole, policy, partnerPolicy }) => [seatRole, policy, partnerPolicy]);

describe("who is under study", () => {
  it("the seat that the usual partner does not hold, called by the file's condition", () => {
    expect(seats([P, "custom_model"], ["BC", "BC"])).toEqual([
      ["partner", P, "BC"],
      ["learner", "BC", P],
    ]);
    expect(seats(["custom_model", P], ["SR", "SR"])).toEqual([
      ["learner", "SR", P],
      ["partner", P, "SR"],
    ]);
  });

  it("both, where the partner plays itself or nobody is the usual partner", () => {
    expect(seats([P, P], ["gpt3.5", "gpt3.5"]).map(([role]) => role)).toEqual(["learner", "learner"]);
    expect(seats(["a", "b"], ["", ""])).toEqual([
      ["learner", "a", "b"],
      ["learner", "b", "a"],
    ]);
  });

  it("the episode's own policies where the file names none", () => {
    expect(seats(["gpt-4", P], ["", ""])).toEqual([
      ["learner", "gpt-4", P],
      ["partner", P, "gpt-4"],
    ]);
  });

  it("unknown without the episode, unless the file names each seat", () => {
    expect(seats(["", ""], ["BC", "BC"])).toEqual([
      ["", "BC", ""],
      ["", "BC", ""],
    ]);
    expect(seats(["", ""], ["BC", P])).toEqual([
      ["learner", "BC", P],
      ["partner", P, "BC"],
    ]);
  });

  it("holds for a file that rates one seat only", () => {
    expect(seats(["custom_model", P], ["BC", ""])[0]).toEqual(["learner", "BC", P]);
    expect(seats(["custom_model", P], ["", "BC"])).toEqual([
      ["learner", "BC", P],
      ["partner", P, "BC"],
    ]);
  });
});

describe("whose scenario the raters were shown", () => {
  it.each([
    ["Two friends share 3 books.", "Two friends share 3 books.", "matches"],
    ["Two friends share 3 books", "  two friends <b>share</b> 3 books. ", "matches"],
    ["They talk.", "They talk. <p viewer='environment'>Alvin is known to both.</p>", "matches"],
    ["Two friends share 3 books, 2 hats, 1 ball.", "Two friends share 3 hats, 2 balls, 1 book.", "foreign"],
    ["", "They talk.", ""],
    ["They talk.", "", ""],
  ])("%s / %s: %s", (shown, own, mark) => {
    expect(scenarioMark(shown, own)).toBe(mark);
  });
});

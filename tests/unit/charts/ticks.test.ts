import { describe, expect, it } from "vitest";
import { differenceDomain, ticksBetween } from "#components/charts/ticks.ts";

describe("ticksBetween", () => {
  it.each([
    [0, 10, 6, [0, 2, 4, 6, 8, 10]],
    [-10, 0, 6, [-10, -8, -6, -4, -2, 0]],
    [-5, 5, 11, [-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5]],
    [1, 5, 6, [1, 2, 3, 4, 5]],
    [0, 1, 6, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  ])("marks %d to %d with at most %d round numbers", (min, max, limit, ticks) => {
    expect(ticksBetween(min, max, limit)).toEqual(ticks);
  });

  it("never writes what binary fractions add", () => {
    expect(ticksBetween(0, 0.3, 4).map(String)).toEqual(["0", "0.1", "0.2", "0.3"]);
  });
});

describe("differenceDomain", () => {
  it("is as long as the scale while all differences fit, and twice as long when one does not", () => {
    expect(differenceDomain({ min: 0, max: 10 }, [1.4, -0.3])).toEqual([-5, 5]);
    expect(differenceDomain({ min: 0, max: 10 }, [1.4, 5.2])).toEqual([-10, 10]);
    expect(differenceDomain({ min: 1, max: 5 }, [])).toEqual([-2, 2]);
  });
});

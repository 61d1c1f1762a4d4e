import { describe, expect, it } from "vitest";
import { highestBetween } from "#components/charts/line-plot-room.ts";

const point = (x: number, y: number, breaksLine = false) => ({ x, y, interval: null, text: "", breaksLine });
const line = (...points: ReturnType<typeof point>[]) => ({ line: "straight" as const, points });

describe("what words above a line must stand clear of", () => {
  it("is the line that rises from a valley on the way to its neighbors", () => {
    expect(highestBetween([line(point(0, 10), point(1, 2), point(2, 6))], 0.75, 1.25)).toBe(4);
  });

  it("is the value itself at a peak, and the higher of two lines", () => {
    const peak = line(point(0, 0), point(1, 5), point(2, 0));
    expect(highestBetween([peak], 0.5, 1.5)).toBe(5);
    expect(highestBetween([peak, line(point(0, 7), point(2, 7))], 0.5, 1.5)).toBe(7);
  });

  it("is nothing beyond the ends, across a break, and for points without a line", () => {
    expect(highestBetween([line(point(0, 10), point(1, 2))], 1.2, 1.8)).toBeNull();
    expect(highestBetween([line(point(0, 10), point(1, 2, true))], 0.2, 0.8)).toBeNull();
    expect(highestBetween([{ line: "none", points: [point(0, 1)] }], 0, 1)).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import { canonical, withChanges } from "../../../bench/annotate/journal.ts";
import { Measurements, percentile } from "../../../bench/annotate/measure.ts";
import { readOptions } from "../../../bench/annotate/options.ts";

describe("percentile", () => {
  it("takes the nearest rank", () => {
    const hundred = Array.from({ length: 100 }, (_, index) => index + 1);
    expect([50, 95, 99, 100].map((p) => percentile(hundred, p))).toEqual([50, 95, 99, 100]);
    expect(percentile([7], 95)).toBe(7);
    expect(percentile([], 50)).toBeNaN();
  });
});

describe("Measurements", () => {
  it("leaves out what came before the measured part, and counts errors always", () => {
    const measurements = new Measurements();
    measurements.add("submit", 1_000);
    measurements.fail("HTTP 500");
    measurements.start();
    for (const ms of [30, 10, 20]) measurements.add("submit", ms);
    measurements.countRequest();
    expect(measurements.stop().requests).toBe(1);
    measurements.add("submit", 1_000);
    expect(measurements.summary("submit")).toEqual({ count: 3, p50: 20, p95: 30, p99: 30, max: 30 });
    expect(measurements.errors.get("HTTP 500")).toBe(1);
  });
});

describe("what a client was told", () => {
  const rating = { agent: 1 as const, dimension: "goal", score: 3, rationale: "a", evidence: [1] };

  it("is compared whatever its order", () => {
    const other = { ...rating, agent: 2 as const };
    expect(canonical([rating, other])).toBe(canonical([other, rating]));
    expect(canonical([rating])).not.toBe(canonical([{ ...rating, evidence: [] }]));
    expect(canonical([rating])).not.toBe(canonical([{ ...rating, score: null }]));
  });

  it("replaces a rating by its dimension and agent", () => {
    const before = withChanges(new Map(), [rating]);
    const after = withChanges(before, [
      { ...rating, score: 4 },
      { ...rating, dimension: "secret" },
    ]);
    expect([...after.values()].map(({ dimension, score }) => [dimension, score])).toEqual([
      ["goal", 4],
      ["secret", 3],
    ]);
    expect(before.get("goal.1")?.score).toBe(3);
  });
});

describe("readOptions", () => {
  it("takes the defaults of a measurement and of kills", () => {
    expect(readOptions([])).toMatchObject({ people: [50, 200, 500], think: 3.5, databases: ["embedded", "postgres"] });
    expect(readOptions(["--kill"])).toMatchObject({ people: [20], think: 0.3, rounds: 100, kill: true });
  });

  it("refuses what makes no sense", () => {
    expect(() => readOptions(["--people", "many"])).toThrow(/--people takes a number/);
    expect(() => readOptions(["--database", "oracle"])).toThrow(/unknown/);
    expect(() => readOptions(["--pepole", "5"])).toThrow();
  });
});

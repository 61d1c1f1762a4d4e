import { describe, expect, test } from "vitest";
import { planFrom, readAssumptions } from "#lib/domain/analysis/typed-plan.ts";

const given = (fields: Record<string, string> = {}) => readAssumptions((name) => fields[name]);

describe("a plan before there are data", () => {
  test("starts from SD 2, ρ 0.3 and one rater, which ask for 43 episodes", () => {
    expect(given()).toMatchObject({ sd: 2, rho: 0.3, raters: 1, cells: 2, target: 0.5 });
    const plan = planFrom(given());
    expect(plan.designEffect).toBeCloseTo(1.3, 12);
    expect(plan.bias).toEqual({ episodes: 43, annotations: 43, cost: 43 });
  });

  test("gives the sizes of the specification for other spreads, aims and differences", () => {
    const bias = (sd: string, target: string) => planFrom(given({ sd, target })).bias.episodes;
    expect([bias("1.5", "0.25"), bias("2.5", "0,75"), bias("3", "1")]).toEqual([93, 31, 25]);
    expect(planFrom(given({ difference: "1.06" })).difference.episodes).toBe(38);
    expect(planFrom(given({ sd: "2.5", difference: "1.5" })).difference.episodes).toBe(30);
  });

  test("takes a part of the spread off with more raters, and tells when they pay", () => {
    // 4 = 1.2 of the episode + 1.8 of the cell + 1 of the person; the mean of two people leaves 1.2 + 1.8 + 0.5.
    const two = planFrom(given({ raters: "2", perEpisode: "10" }));
    expect(two.sd).toBeCloseTo(Math.sqrt(3.5), 12);
    expect(two.rho).toBeCloseTo(1.2 / 3.5, 12);
    expect(two.bias.cost).toBe(two.bias.episodes * 12);
    // k* = ½ · √((10 ÷ 0.5) · 1 ÷ (1.2 + 1.8 ÷ 2)).
    expect(two.bestRaters).toBeCloseTo(0.5 * Math.sqrt(20 / 2.1), 12);
    expect(planFrom(given()).bestRaters).toBe(1);
  });

  test("never gives people more of the spread than the episode leaves", () => {
    const plan = planFrom(given({ sd: "1", rho: "0.5", personSd: "9", raters: "5" }));
    expect(plan.sd).toBeCloseTo(Math.sqrt(0.5 + 0.5 / 5), 12);
    expect(planFrom(given({ rho: "1" })).sd).toBe(2);
  });

  test("asks for fewer labels with a judge that follows people", () => {
    // 86 · 1000 · (1 − 0.49) ÷ (1000 − 0.49 · 86).
    const { powered } = planFrom(given({ correlation: "0.7", pool: "1000" }));
    expect(powered).toEqual({ classical: 86, labels: Math.ceil((86 * 1000 * 0.51) / (1000 - 0.49 * 86)) });
    expect(planFrom(given({ pool: "50" })).powered.labels).toBeNull();
  });

  test("takes the usual value for what does not read", () => {
    expect(given({ sd: "many", rho: "-3", raters: "1.5", target: "" })).toEqual(given());
  });
});

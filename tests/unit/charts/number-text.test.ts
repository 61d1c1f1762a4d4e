import { describe, expect, it } from "vitest";
import { fitted, formatLimits, formatP, formatSigned, formatTick, shortened } from "#components/charts/number-text.ts";

describe("numbers in figures", () => {
  it("writes differences with a sign, and none where they round to nothing", () => {
    expect([1.416, -0.2, 0.001, -0.004, 0].map((value) => formatSigned(value))).toEqual([
      "+1.42",
      "−0.20",
      "0.00",
      "0.00",
      "0.00",
    ]);
  });

  it("writes intervals with real minus signs, and a dash for none", () => {
    expect(formatLimits([-0.35, 1.05])).toBe("[−0.35, 1.05]");
    expect(formatLimits(null)).toBe("–");
  });

  it("never writes a p value of 0", () => {
    expect([0.0004, 0.001, 0.0416].map(formatP)).toEqual(["< 0.001", "0.001", "0.042"]);
  });

  it("writes marks of an axis as short as they can be", () => {
    expect([formatTick(2), formatTick(-0.5), formatTick(3, true)]).toEqual(["2", "−0.5", "+3"]);
  });

  it("cuts a name by the room that its signs need", () => {
    expect(fitted("BertGeneration", 100)).toBe("BertGeneration");
    expect(fitted("GPT-4-TURBO-MAX", 100)).toBe("GPT-4-TURBO…");
    expect(fitted("illi-fi-till-lit", 80)).toBe("illi-fi-till-lit");
    expect(fitted("W", 2)).toBe("W");
  });

  it("cuts long names and shows the cut", () => {
    expect(shortened("mistral-7b-self-training", 12)).toBe("mistral-7b-…");
    expect(shortened("base", 12)).toBe("base");
  });
});

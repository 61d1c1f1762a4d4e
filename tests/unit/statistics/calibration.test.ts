import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blandAltman, clusteredBlandAltman } from "#lib/domain/statistics/bland-altman.ts";
import { calibrationByValue } from "#lib/domain/statistics/calibration-by-value.ts";
import { calibrationError, calibrationErrors } from "#lib/domain/statistics/calibration-errors.ts";
import { numberClusters } from "#lib/domain/statistics/clusters.ts";
import { fitIsotonic, readIsotonic } from "#lib/domain/statistics/isotonic.ts";
import {
  calibrationSlope,
  linearCalibration,
  slopeWithoutJudgeNoise,
} from "#lib/domain/statistics/linear-calibration.ts";
import { measured } from "#lib/domain/statistics/measured.ts";
import { mean } from "#lib/domain/statistics/moments.ts";
import { simulateRatings } from "./simulated.ts";

const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 10 }), fc.double({ min: 0, max: 10, noNaN: true })), {
  minLength: 1,
  maxLength: 40,
});

describe("the isotonic curve", () => {
  it("never falls, keeps the mean, and no other rising curve comes closer", () => {
    fc.assert(
      fc.property(
        pairs,
        fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 11, maxLength: 11 }),
        (points, other) => {
          const [x, y] = [points.map(([a]) => a), points.map(([, b]) => b)];
          const curve = fitIsotonic(x, y);
          for (let i = 1; i < curve.x.length; i += 1)
            expect(curve.fitted[i]).toBeGreaterThanOrEqual(curve.fitted[i - 1]!);
          const fitted = x.map((value) => readIsotonic(curve, value));
          expect(mean(fitted)).toBeCloseTo(mean(y), 9);
          const rising = [...other].sort((a, b) => a - b);
          const error = (values: number[]) => values.reduce((sum, value, i) => sum + (value - y[i]!) ** 2, 0);
          expect(error(fitted)).toBeLessThanOrEqual(error(x.map((value) => rising[value]! + 5)) + 1e-9);
        },
      ),
    );
  });

  it("is read between its points in a straight line and outside at its ends", () => {
    const curve = fitIsotonic([2, 4], [1, 5]);
    expect([0, 2, 3, 4, 9].map((at) => readIsotonic(curve, at))).toEqual([1, 1, 3, 5, 5]);
    expect(fitIsotonic([8, 8], [4, 6])).toMatchObject({ blocks: 1, reason: "constant_judge" });
    expect(() => readIsotonic(fitIsotonic([], []), 1)).toThrow(RangeError);
  });

  it("has errors on unseen episodes that equal fitting anew without each of them", () => {
    const { judge, human, clusters } = simulateRatings(5, 12);
    let [isotonic, linear] = [0, 0];
    for (let g = 0; g < clusters.count; g += 1) {
      const kept = [...judge.keys()].filter((i) => clusters.of[i] !== g);
      const [x, y] = [kept.map((i) => judge[i]!), kept.map((i) => human[i]!)];
      const curve = fitIsotonic(x, y);
      const line = linearCalibration(x, y);
      for (const i of judge.keys()) {
        if (clusters.of[i] !== g) continue;
        isotonic += Math.abs(readIsotonic(curve, judge[i]!) - human[i]!);
        linear += Math.abs(line.intercept! + line.slope! * judge[i]! - human[i]!);
      }
    }
    const found = calibrationErrors(judge, human, clusters);
    expect(found.isotonic.value).toBeCloseTo(isotonic / judge.length, 10);
    expect(found.linear.value).toBeCloseTo(linear / judge.length, 10);
  });

  it("says what cannot be told", () => {
    const clusters = numberClusters([0, 0, 0]);
    expect(calibrationErrors([8, 8, 8], [1, 2, 3], clusters).isotonic.reason).toBe("single_cluster");
    expect(calibrationErrors([8, 8, 8], [1, 2, 3], numberClusters([0, 1, 2])).linear.reason).toBe("constant_judge");
    expect(calibrationErrors([], [], numberClusters([])).asIs.reason).toBe("no_data");
    expect(calibrationError([], fitIsotonic([], [])).reason).toBe("no_data");
  });
});

describe("calibration by value and by line", () => {
  it("has one point per score that occurs, with its own clusters", () => {
    const points = calibrationByValue([8, 7, 8, 8], [5, 6, 6, 7], numberClusters(["a", "a", "b", "c"]));
    expect(points.map(({ judge, human }) => [judge, human.value, human.n, human.clusters])).toEqual([
      [7, 6, 1, 1],
      [8, 6, 3, 3],
    ]);
    expect(points[0]!.human.reason).toBe("single_cluster");
  });

  it("finds a line without error and its slope with one", () => {
    expect(linearCalibration([1, 2, 3], [3, 5, 7])).toMatchObject({ slope: 2, intercept: 1, r2: 1, slopeSe: 0 });
    const { judge, human, clusters } = simulateRatings(9, 60);
    const slope = calibrationSlope(judge, human, clusters)!;
    expect(slope.value).toBeCloseTo(linearCalibration(judge, human).slope!, 10);
    expect(slope.interval![0]).toBeGreaterThan(0);
    expect(slopeWithoutJudgeNoise(0.6, measured(0.75)).value).toBeCloseTo(0.8, 12);
    expect(slopeWithoutJudgeNoise(0.6, measured(-1)).reason).toBe("no_reliability");
  });
});

describe("limits of agreement of cells in episodes", () => {
  const { judge, human, clusters } = simulateRatings(21, 80);

  it("have the interval of the mean that episodes allow, and wider limits for one cell", () => {
    const simple = blandAltman(judge, human);
    const found = clusteredBlandAltman(judge, human, clusters);
    expect(found.bias).toBe(simple.bias);
    expect(found.biasInterval).not.toEqual(simple.biasInterval);
    expect(found.sd).toBeCloseTo(simple.sd!, 1);
    expect(found.limits![0]).toBeLessThan(found.biasInterval![0]);
    expect(found.clusters).toBe(80);
  });

  it("are no wider than those of single cells where the two agents of an episode differ in opposite ways", () => {
    const people = Array.from({ length: 40 }, (_, cell) => (cell * 3) % 7);
    const judged = people.map((score, cell) => score + [1, -1, 2, -1][cell % 4]!);
    const pairs = numberClusters(people.map((_, cell) => cell >> 1));
    const found = clusteredBlandAltman(judged, people, pairs);
    // Mean squares: 2.5/19 between the sums 0 and 1 of 20 episodes, (4 + 9)/2 / 2 inside them.
    expect(found.sd! ** 2).toBeCloseTo((2.5 / 19 + 3.25) / 2, 12);
    expect(found.sd).toBeLessThan(blandAltman(judged, people).sd!);
  });

  it("do not hold where the difference grows over the scale", () => {
    const stretched = human.map((score) => 2 * score);
    const found = clusteredBlandAltman(
      stretched.map((score, i) => score + (i % 3) / 9),
      human,
      clusters,
    );
    expect(found.limitsHold).toBe(false);
    expect(found.trend!.slope.value).toBeCloseTo(2 / 3, 1);
    const judged = human.map((score, i) => score + ((2 * i) % 3));
    const rated = human.map((score, i) => score + (i % 3));
    expect(clusteredBlandAltman(judged, rated, clusters).limitsHold).toBe(true);
  });

  it("are the bias itself, without an interval, where judge and people are the same", () => {
    const found = clusteredBlandAltman(human, human, clusters);
    expect(found).toMatchObject({ bias: 0, sd: 0, limits: [0, 0], biasInterval: null, reason: "zero_variance" });
    expect(clusteredBlandAltman([8], [7], numberClusters([0]))).toMatchObject({
      bias: 1,
      limits: null,
      reason: "single_pair",
    });
    expect(clusteredBlandAltman([], [], numberClusters([])).reason).toBe("no_data");
    expect(clusteredBlandAltman([8, 9], [7, 7], numberClusters([0, 0]))).toMatchObject({
      biasInterval: null,
      reason: "single_cluster",
    });
  });
});

import { EigenvalueDecomposition, inverse, Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { seededRandom, shuffled } from "#lib/domain/shared/random.ts";
import { clusterMean } from "#lib/domain/statistics/cluster-mean.ts";
import { clusterRegression, regressionContrast } from "#lib/domain/statistics/cluster-regression.ts";
import { type Clusters, numberClusters, numberClustersTogether } from "#lib/domain/statistics/clusters.ts";
import { differenceInDifferences } from "#lib/domain/statistics/difference-in-differences.ts";
import { measured, notDefined } from "#lib/domain/statistics/measured.ts";
import { signedError } from "#lib/domain/statistics/signed-error.ts";
import { slopeAdjustedDifference } from "#lib/domain/statistics/slope-adjusted-difference.ts";
import { normal, simulateCells, simulateRatings } from "./simulated.ts";

/** CR2 and its degrees of freedom as the papers define them, with whole n × n matrices. */
function byDefinition(y: number[], columns: number[][], clusters: Clusters, weights: number[]) {
  const x = new Matrix(columns).transpose();
  const bread = inverse(x.transpose().mmul(x));
  const hat = x.mmul(bread).mmul(x.transpose());
  const annihilator = Matrix.eye(y.length, y.length).sub(hat);
  const residuals = annihilator.mmul(Matrix.columnVector(y));
  const contrast = Matrix.columnVector(weights);
  const groups = Array.from({ length: clusters.count }, (_, g) =>
    y.flatMap((__, i) => (clusters.of[i] === g ? [i] : [])),
  );
  const vectors = groups.map((rows) => {
    const own = annihilator.selection(rows, rows);
    const { eigenvectorMatrix: v, realEigenvalues } = new EigenvalueDecomposition(own, { assumeSymmetric: true });
    const root = v.mmul(Matrix.diag(realEigenvalues.map((value) => 1 / Math.sqrt(value)))).mmul(v.transpose());
    const columnsOf = columns.map((_, k) => k);
    return root.mmul(x.selection(rows, columnsOf)).mmul(bread).mmul(contrast);
  });
  const variance = groups.reduce((sum, rows, g) => {
    const score = vectors[g]!.transpose()
      .mmul(residuals.selection(rows, [0]))
      .get(0, 0);
    return sum + score * score;
  }, 0);
  let [trace, squares] = [0, 0];
  groups.forEach((rows, g) => {
    groups.forEach((others, h) => {
      const entry = vectors[g]!.transpose().mmul(annihilator.selection(rows, others)).mmul(vectors[h]!).get(0, 0);
      squares += entry * entry;
      if (g === h) trace += entry;
    });
  });
  return { se: Math.sqrt(variance), df: trace ** 2 / squares };
}

describe("cluster-robust regression", () => {
  it("gives what the definition gives with whole matrices, for clusters of unequal size", () => {
    const random = seededRandom(5);
    const { d, clusters } = simulateCells(random, { episodes: 9, sizes: [1, 4, 2, 3] });
    const columns = [d.map(() => 1), d.map(() => normal(random)), d.map((_, i) => (clusters.of[i]! % 2 === 0 ? 1 : 0))];
    const weights = [0.3, 1, -0.7];
    const fit = clusterRegression(d, columns, clusters)!;
    const found = regressionContrast(fit, weights);
    const expected = byDefinition(
      Array.from(d),
      columns.map((column) => Array.from(column)),
      clusters,
      weights,
    );
    expect(found.se).toBeCloseTo(expected.se, 10);
    expect(found.df).toBeCloseTo(expected.df, 8);
  });

  it("agrees with the closed forms of a mean and of a difference", () => {
    const { d, clusters } = simulateCells(seededRandom(6), { episodes: 12, sizes: [3, 1, 2] });
    const half = Array.from(d, (_, i) => (i % 2 === 0 ? 1 : 0));
    const ones = d.map(() => 1);
    const mean = regressionContrast(clusterRegression(d, [ones], clusters)!, [1]);
    const closed = clusterMean(d, clusters);
    expect([mean.value, mean.se, mean.df].map(String)).not.toContain("null");
    expect(mean.se).toBeCloseTo(closed.se!, 12);
    expect(mean.df).toBeCloseTo(closed.df!, 9);
    const part = (policy: number) => {
      const rows = half.flatMap((value, i) => (value === policy ? [i] : []));
      return { d: rows.map((i) => d[i]!), clusters: { of: rows.map((i) => clusters.of[i]!), count: clusters.count } };
    };
    const difference = differenceInDifferences(part(0), part(1));
    const regression = regressionContrast(clusterRegression(d, [ones, half], clusters)!, [0, 1]);
    expect(regression.value).toBeCloseTo(difference.value!, 12);
    expect(regression.se).toBeCloseTo(difference.se!, 12);
    expect(regression.df).toBeCloseTo(difference.df!, 9);
  });

  it("has no fit for a column that adds nothing", () => {
    const clusters = numberClusters([0, 1, 2, 3]);
    expect(
      clusterRegression(
        [1, 2, 3, 4],
        [
          [1, 1, 1, 1],
          [8, 8, 8, 8],
        ],
        clusters,
      ),
    ).toBeNull();
  });

  it("works through a hundred thousand episodes, for which a matrix of cells by cells would not fit", () => {
    const { d, clusters } = simulateCells(seededRandom(7), { episodes: 100_000, bias: 1 });
    const mean = clusterMean(d, clusters);
    expect(mean.df).toBeCloseTo(99_999, 3);
    expect(mean.value).toBeCloseTo(1, 1);
    const fit = clusterRegression(d, [d.map(() => 1), d.map((_, i) => i % 7)], clusters)!;
    expect(regressionContrast(fit, [0, 1]).df).toBeGreaterThan(50_000);
  });
});

describe("the mean signed error", () => {
  const { judge, human, clusters } = simulateRatings(11, 30);
  const found = signedError(judge, human, clusters);

  it("follows a constant that is added to the judge, and ignores one that is added to both", () => {
    const shifted = signedError(
      judge.map((value) => value + 3),
      human,
      clusters,
    );
    expect(shifted.value).toBeCloseTo(found.value! + 3, 12);
    expect(shifted.se).toBeCloseTo(found.se!, 12);
    const both = signedError(
      judge.map((value) => value - 5),
      human.map((value) => value - 5),
      clusters,
    );
    expect(both.value).toBeCloseTo(found.value!, 12);
    expect(both.interval![0]).toBeCloseTo(found.interval![0], 12);
  });

  it("does not depend on the order of cells or the names of episodes", () => {
    const order = shuffled([...judge.keys()], seededRandom(3));
    const renamed = numberClusters(order.map((i) => `episode ${999 - clusters.of[i]!}`));
    const other = signedError(
      order.map((i) => judge[i]!),
      order.map((i) => human[i]!),
      renamed,
    );
    expect(other.value).toBeCloseTo(found.value!, 12);
    expect(other.se).toBeCloseTo(found.se!, 12);
    expect(other.df).toBeCloseTo(found.df!, 8);
  });

  it("keeps its value and loses a factor of about √2 of its error when every episode comes twice", () => {
    const twice = numberClusters([...Array.from(clusters.of), ...Array.from(clusters.of, (g) => g + clusters.count)]);
    const doubled = signedError([...judge, ...judge], [...human, ...human], twice);
    expect(doubled.value).toBeCloseTo(found.value!, 12);
    expect(found.se! / doubled.se!).toBeCloseTo(Math.SQRT2, 1);
  });

  it("is 0 without an interval when judge and people are the same", () => {
    const same = signedError(human, human, clusters);
    expect(same).toMatchObject({ value: 0, se: 0, interval: null, p: null, reason: "zero_variance" });
    const fractions = human.map((value) => value / 3 + 0.1);
    const offset = signedError(
      fractions.map((value) => value + 0.1),
      fractions,
      clusters,
    );
    expect(offset).toMatchObject({ se: 0, interval: null, reason: "zero_variance" });
  });

  it("says what is missing", () => {
    expect(signedError([], [], numberClusters([]))).toMatchObject({ value: null, reason: "no_data", n: 0 });
    expect(() => signedError([1], [1, 2], numberClusters([0]))).toThrow(RangeError);
  });

  it("has intervals that hold the truth as often as promised", () => {
    const random = seededRandom(2024);
    const covered = { balanced: 0, unbalanced: 0, naive: 0 };
    const sets = 300;
    for (let set = 0; set < sets; set += 1) {
      const balanced = simulateCells(random, { episodes: 8 });
      const unbalanced = simulateCells(random, { episodes: 10, sizes: [1, 2, 6] });
      const mean = clusterMean(balanced.d, balanced.clusters);
      if (holds(mean.interval!)) covered.balanced += 1;
      if (Math.abs(mean.value!) <= 1.96 * mean.seNaive!) covered.naive += 1;
      if (holds(clusterMean(unbalanced.d, unbalanced.clusters).interval!)) covered.unbalanced += 1;
    }
    expect(covered.balanced / sets).toBeGreaterThan(0.9);
    expect(covered.balanced / sets).toBeLessThan(0.99);
    expect(covered.unbalanced / sets).toBeGreaterThan(0.9);
    expect(covered.unbalanced / sets).toBeLessThan(0.99);
    expect(covered.naive).toBeLessThan(covered.balanced);
  });
});

function holds(interval: readonly [number, number], truth = 0): boolean {
  return interval[0] <= truth && truth <= interval[1];
}

describe("the difference in differences", () => {
  it("is 0 without an interval when the judge is people", () => {
    const [base, trained] = numberClustersTogether([
      [1, 2],
      [3, 4],
    ]) as [Clusters, Clusters];
    const same = differenceInDifferences({ d: [0, 0], clusters: base }, { d: [0, 0], clusters: trained });
    expect(same).toMatchObject({ value: 0, interval: null, p: null, reason: "zero_variance" });
  });

  it("has a value and no interval when a policy has one episode, and no value without a policy", () => {
    const [base, trained, none] = numberClustersTogether([[1, 1], [3, 4], []]) as [Clusters, Clusters, Clusters];
    const single = differenceInDifferences({ d: [0, 2], clusters: base }, { d: [3, 4], clusters: trained });
    expect(single).toMatchObject({ value: 2.5, interval: null, reason: "single_cluster" });
    const missing = differenceInDifferences({ d: [0, 2], clusters: base }, { d: [], clusters: none });
    expect(missing).toMatchObject({ value: null, biasBase: 1, biasTrained: null, reason: "no_data" });
  });

  it("covers the truth for few episodes per policy, own or shared", () => {
    const random = seededRandom(77);
    const covered = { own: 0, shared: 0 };
    for (let set = 0; set < 200; set += 1) {
      const [b, t] = [0, 1].map((bias) => simulateCells(random, { episodes: 7, sizes: [2, 1, 4], bias }));
      const own = numberClustersTogether([Array.from(b!.clusters.of), Array.from(t!.clusters.of, (g) => g + 100)]);
      const shared = numberClustersTogether([Array.from(b!.clusters.of), Array.from(t!.clusters.of)]);
      const scenario = Array.from({ length: 7 }, () => 2 * normal(random));
      const withScenario = (cells: typeof b) => cells!.d.map((d, i) => d + scenario[cells!.clusters.of[i]!]!);
      const compare = (d: Float64Array[], of: Clusters[]) =>
        differenceInDifferences({ d: d[0]!, clusters: of[0]! }, { d: d[1]!, clusters: of[1]! }).interval!;
      if (holds(compare([b!.d, t!.d], own), 1)) covered.own += 1;
      if (holds(compare([withScenario(b), withScenario(t)], shared), 1)) covered.shared += 1;
    }
    for (const count of Object.values(covered)) {
      expect(count / 200).toBeGreaterThan(0.89);
      expect(count / 200).toBeLessThanOrEqual(0.995);
    }
  });
});

describe("the slope-adjusted difference", () => {
  const random = seededRandom(19);
  const cells = Array.from({ length: 4000 }, (_, i) => ({
    trained: i % 2,
    truth: 3 + 2 * (i % 2) + 2 * normal(random),
  }));
  const trained = cells.map((cell) => cell.trained);
  const judge = cells.map(({ truth }) => 1 + 0.5 * truth);
  const clusters = numberClusters(cells.map((_, i) => i));

  it("is 0 for a judge that squeezes the scale for everybody, where the plain difference is not", () => {
    const human = cells.map(({ truth }) => truth);
    const found = slopeAdjustedDifference({ judge, human, trained, clusters }, measured(1));
    expect(found.slope).toBeCloseTo(0.5, 10);
    expect(found.asMeasured.value).toBeCloseTo(0, 10);
    expect(found.corrected.value).toBeCloseTo(0, 10);
    expect(found.asMeasured.reason).toBe("zero_variance");
  });

  it("needs the reliability of noisy human means to be 0", () => {
    const human = cells.map(({ truth }) => truth + 2 * normal(random));
    const found = slopeAdjustedDifference({ judge, human, trained, clusters }, measured(0.5));
    expect(found.slope).toBeCloseTo(0.25, 1);
    expect(found.asMeasured.value).toBeGreaterThan(0.3);
    expect(Math.abs(found.corrected.value!)).toBeLessThan(0.1);
    expect(found.corrected.se).toBeGreaterThan(found.asMeasured.se!);
  });

  it("says why there is none", () => {
    const flat = trained.map((policy) => 4 + policy);
    expect(slopeAdjustedDifference({ judge, human: flat, trained, clusters }, measured(1)).asMeasured.reason).toBe(
      "constant_variable",
    );
    const one = { judge: [1, 2], human: [2, 3], trained: [1, 1], clusters: numberClusters([0, 1]) };
    expect(slopeAdjustedDifference(one, measured(1)).asMeasured.reason).toBe("no_data");
    const human = cells.map(({ truth }) => truth);
    const unreliable = slopeAdjustedDifference(
      { judge, human, trained, clusters },
      notDefined("no_item_with_two_ratings"),
    );
    expect(unreliable.corrected).toMatchObject({ value: null, reason: "no_item_with_two_ratings" });
    expect(slopeAdjustedDifference({ judge, human, trained, clusters }, measured(-0.2)).corrected.reason).toBe(
      "no_reliability",
    );
  });
});

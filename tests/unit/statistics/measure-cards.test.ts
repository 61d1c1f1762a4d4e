import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { MEASURE_GROUPS } from "#lib/domain/statistics/measure-cards.ts";
import { AGREEMENT_EXAMPLES } from "./worked/agreement.ts";
import { BIAS_EXAMPLES } from "./worked/bias.ts";
import { PLANNING_EXAMPLES } from "./worked/planning.ts";
import { RATER_EXAMPLES } from "./worked/raters.ts";
import { SCORE_EXAMPLES } from "./worked/scores.ts";

const EXAMPLES = [...BIAS_EXAMPLES, ...SCORE_EXAMPLES, ...AGREEMENT_EXAMPLES, ...RATER_EXAMPLES, ...PLANNING_EXAMPLES];

/** Files of the room that hold no measure, with what they are for. */
const NO_MEASURE: Record<string, string> = {
  "agreement-weights.ts": "weights of kappas",
  "alt-test-decision.ts": "the test of one person inside the alternative annotator test",
  "alt-test-duels.ts": "who is closer to the others, inside the same test",
  "category-agreement.ts": "observed agreement inside kappas",
  "cell-totals.ts": "sums that debiased scores are made of",
  "cluster-regression.ts": "least squares with CR2, for slopes and adjusted differences",
  "clusters.ts": "numbering of clusters",
  "distributions.ts": "probabilities and quantiles",
  "estimate.ts": "the shape of an estimate",
  "icc-intervals.ts": "exact intervals of the ICC",
  "icc-mean-squares.ts": "mean squares of the ICC",
  "item-patterns.ts": "counts of items with the same ratings",
  "mean-reliability.ts": "limits of ICC(1,k) from those of ICC(1,1)",
  "measure-card.ts": "the shape of a card",
  "measure-cards.ts": "the list of cards",
  "measured.ts": "values and the reasons for none",
  "moments.ts": "means and sums of squares",
  "nelder-mead.ts": "search for a minimum",
  "orthonormal.ts": "linear algebra",
  "positive-definite.ts": "linear algebra",
  "quantile.ts": "quantiles",
  "quick-random.ts": "chance",
  "rated-items.ts": "layout of ratings",
  "rater-groups.ts": "which raters are linked by common items",
  "rater-rows.ts": "layout of ratings",
  "severity-equations.ts": "equations of the severity model",
  "smallest-whole.ts": "search for a whole number",
  "symmetric-eigen.ts": "linear algebra",
  "value-places.ts": "places of values in order",
  "varied-clusters.ts": "which clusters carry information about α and ICC",
};

/** Parts of a file with a measure that are none themselves: its layout, its resampling, an intermediate step. */
const PARTS = [
  "aggregateCells",
  "binarise",
  "binByValue",
  "byCorrelation",
  "bootstrapClusters",
  "clampCorrelation",
  "countDrawn",
  "countPatterns",
  "distributionOf",
  "firstRatings",
  "fitBins",
  "forEachResample",
  "forEachResampleOfKinds",
  "groupMeans",
  "oneWayInterval",
  "oneWaySums",
  "pairPatterns",
  "percentileInterval",
  "powerMoments",
  "roundHalfEven",
  "tieSizes",
  "whyNoCorrelation",
];

const ROOM = path.resolve("lib/domain/statistics");
const FILES = readdirSync(ROOM).filter((file) => !file.endsWith(".d.ts"));

/** The functions that a file gives away. */
async function functionsOf(file: string): Promise<string[]> {
  const found = (await import(path.join(ROOM, file))) as Record<string, unknown>;
  return Object.keys(found).filter((name) => typeof found[name] === "function");
}

describe("the worked example of each card", () => {
  it.each(EXAMPLES.map((example) => [example.card.id, example] as const))("%s", (_, { card, value }) => {
    if (card.example.value === null) expect(value).toBeNull();
    else expect(value).toBeCloseTo(card.example.value, 9);
  });

  it("is worked for every card of the page once", () => {
    const onPage = MEASURE_GROUPS.flatMap(({ cards }) => cards.map(({ id }) => id));
    expect(EXAMPLES.map(({ card }) => card.id).sort()).toEqual([...onPage].sort());
    expect(new Set(onPage).size).toBe(onPage.length);
  });
});

describe("every estimator", () => {
  const explained = new Set(EXAMPLES.flatMap(({ estimators }) => estimators));

  it.each(FILES.filter((file) => !(file in NO_MEASURE)))("of %s has a card", async (file) => {
    const unexplained = (await functionsOf(file)).filter((name) => !explained.has(name) && !PARTS.includes(name));
    expect(unexplained).toEqual([]);
  });

  it("has lists of what is no measure that hold nothing else", async () => {
    expect(Object.keys(NO_MEASURE).filter((file) => !FILES.includes(file))).toEqual([]);
    const known = (await Promise.all(FILES.map(functionsOf))).flat();
    expect(PARTS.filter((name) => !known.includes(name) || explained.has(name))).toEqual([]);
  });
});

it("says something of everything that a reader asks", () => {
  for (const { cards } of MEASURE_GROUPS)
    for (const { name, meaning, range, undefinedWhen, source, example } of cards) {
      for (const text of [meaning, source, example.words]) expect(text, name).toMatch(/\S.*\S/);
      for (const text of [name, range, undefinedWhen]) expect(text.length, name).toBeGreaterThan(1);
    }
});

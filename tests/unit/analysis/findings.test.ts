import { describe, expect, test } from "vitest";
import type { RatingColumns } from "#lib/domain/analysis/columns.ts";
import { hideFlags } from "#lib/domain/analysis/compute/hide-flags.ts";
import { VIEW_NAMES, type ViewName } from "#lib/domain/analysis/findings/views.ts";
import { joinBlocks } from "#lib/domain/analysis/join-blocks.ts";
import { methodsParagraph } from "#lib/domain/analysis/methods.ts";
import { analysisQuestionSchema } from "#lib/domain/analysis/question.ts";
import { seededRandom, shuffled } from "#lib/domain/shared/random.ts";
import { makeBlock, makeColumns } from "#tests/factories/rating-columns.ts";
import { clamp, columns, find, made, simulate } from "./simulated.ts";

/** Views that say something of people without a judge. */
const OF_PEOPLE: readonly ViewName[] = ["leaderboard", "agreement", "annotators"];

/** Sums in another order differ in their last digits. */
function rounded(finding: unknown): unknown {
  return JSON.parse(
    JSON.stringify(finding, (_, value) => (typeof value === "number" ? Number(value.toPrecision(10)) : value)),
  );
}

describe("every view", () => {
  test.each(VIEW_NAMES)("%s is plain JSON without a number that is none", (view) => {
    const finding = find(columns, view);
    expect(JSON.parse(JSON.stringify(finding))).toEqual(finding);
    expect(finding.empty).toBeNull();
    expect(finding.counts).toMatchObject({ humanRatings: 240, judgeRatings: 120, humanRaters: 3, pairedCells: 120 });
  });

  test.each(VIEW_NAMES)("%s is the same for another order of ratings, and for the same seed", (view) => {
    const mixed = shuffled(made.ratings, seededRandom(9));
    // The order of arrival is a fact of its own, so it goes along.
    const block = makeBlock(mixed, made.items);
    const place = new Map(made.ratings.map((rating, order) => [rating, order]));
    block.order = Int32Array.from(mixed, (rating) => place.get(rating)!);
    expect(rounded(find(joinBlocks([block]), view))).toEqual(rounded(find(columns, view)));
  });

  test.each(VIEW_NAMES)(
    "%s has an empty state and no error without ratings, without people, without a judge",
    (view) => {
      expect(find(makeColumns([]), view).empty).not.toBeNull();
      const only = (kind: string) => made.ratings.filter(({ rater }) => (rater === "judge") === (kind === "judge"));
      expect(find(makeColumns(only("judge"), made.items), view).empty?.remedy).toBe("add-human-ratings");
      const people = find(makeColumns(only("human"), made.items), view);
      const remedy = OF_PEOPLE.includes(view) ? undefined : "add-judge-ratings";
      expect(people.empty?.remedy).toBe(remedy);
      expect(JSON.parse(JSON.stringify(people))).toEqual(people);
    },
  );

  test.each(VIEW_NAMES)("%s stands where everybody always gives the same score", (view) => {
    const flat = made.ratings.map((rating) => ({ ...rating, score: 7 }));
    expect(find(makeColumns(flat, made.items), view).empty).toBeNull();
  });

  test.each(VIEW_NAMES)("%s stands with a single item", (view) => {
    const one = made.ratings.filter(({ item }) => item === "base 0");
    expect(find(makeColumns(one, made.items), view).empty).toBeNull();
  });
});

describe("bias", () => {
  test("finds what was put in: two points for the trained policy, none for the base", () => {
    const [base, trained] = find(columns, "bias").byDimension[0]!.policies;
    expect(Math.abs(base!.bias.value!)).toBeLessThan(0.4);
    expect(trained!.bias.interval![0]).toBeGreaterThan(1);
    expect(trained!.pAdjusted!).toBeLessThan(0.001);
    expect(trained!.permutationP!).toBeLessThan(0.01);
  });

  test("is 0 without an interval where the judge says what people say", () => {
    const same = made.ratings.flatMap((rating) =>
      rating.rater === "judge" ? [rating, { ...rating, rater: "ann" }, { ...rating, rater: "ben" }] : [],
    );
    const [row] = find(makeColumns(same, made.items), "bias").byDimension[0]!.policies;
    expect(row?.bias).toMatchObject({ value: 0, interval: null, reason: "zero_variance" });
  });

  test("of a judge that stretches the scale for all goes away in the slope-adjusted twin", () => {
    const random = seededRandom(21);
    const better = simulate(random, { bias: { base: 0, trained: 0 }, items: 60, slope: 1.5, noise: 1 });
    // People score the trained policy higher, so a stretching judge looks as if it favoured it.
    const lifted = better.ratings.map((rating) =>
      rating.item.startsWith("trained")
        ? { ...rating, score: clamp(rating.score + (rating.rater === "judge" ? 1.5 : 1)) }
        : rating,
    );
    const [pair] = find(makeColumns(lifted, better.items), "bias").byDimension[0]!.differences;
    expect(Math.abs(pair!.adjustedForNoise.value!)).toBeLessThan(Math.abs(pair!.difference.value!) + 0.5);
    expect(pair!.slope!).toBeGreaterThan(1);
  });
});

describe("where all who rated a policy are left out", () => {
  const leaving = (isOut: (item: string) => boolean) =>
    makeColumns(
      made.ratings.map((rating) => ({ ...rating, isExcluded: rating.rater !== "judge" && isOut(rating.item) })),
      made.items,
    );
  const half = leaving((item) => item.startsWith("trained"));

  test("rows, notes and cautions say so, and nobody claims that people had not rated it", () => {
    const { policies, differences } = find(half, "bias").byDimension[0]!;
    expect(policies[1]).toMatchObject({ absence: "all who rated these are left out" });
    expect(policies[1]?.withExcluded?.value).not.toBeNull();
    expect(differences[0]?.absence).toBe("trained: all who rated these are left out");
    const board = find(half, "leaderboard", { samplingIsRandom: true }).byDimension[0]!;
    const row = board.rows.find(({ policy }) => policy.label === "trained");
    expect(row?.note).toBe("All who rated items of this policy are left out.");
    const { cautions } = find(half, "overview");
    expect(cautions).toContain(
      "All who rated items of trained are left out: nothing can be said about it without those people.",
    );
    expect(cautions.join()).not.toContain("rated by both sides");
  });

  test("of all policies, the empty view names the remedy, with a judge and without", () => {
    const sentence = expect.stringMatching(/^All people whose ratings fit are left out\./);
    for (const view of ["overview", "agreement"] as const)
      expect(
        find(
          leaving(() => true),
          view,
        ).empty,
      ).toEqual({ sentence, remedy: "widen-filters" });
  });
});

describe("where the judge rated none of the items of people", () => {
  const apart = made.ratings.filter(({ rater, item }) => (rater === "judge") === item.startsWith("trained"));
  const lost = makeColumns(apart, made.items);
  const half = makeColumns(
    made.ratings.filter(({ rater, item }) => rater !== "judge" || item.startsWith("base")),
    made.items,
  );

  test("the rows of the bias say who is missing and keep the means", () => {
    const [base, trained] = find(lost, "bias").byDimension[0]!.policies;
    expect(base).toMatchObject({ absence: "the judge has not rated these", judgeMean: null, humanEnds: null });
    expect(base?.humanMean).toBeCloseTo(find(columns, "bias").byDimension[0]!.policies[0]!.humanMean!, 10);
    expect(trained).toMatchObject({ absence: "people have not rated these", humanMean: null, judgeEnds: null });
    const part = find(half, "bias").byDimension[0]!;
    expect(part.policies[0]).toMatchObject({ absence: null });
    expect(part.differences[0]?.absence).toBe("trained: the judge has not rated these");
  });

  test("nobody is said to agree, and no thin episodes are counted", () => {
    const [goal] = find(lost, "disagreements").byDimension;
    expect(goal).toMatchObject({ total: 0, cells: [], note: "No item is rated by both judge and people on goal." });
    const { cautions } = find(half, "overview");
    expect(cautions).toContain("No item of trained is rated by both sides: nothing can be said about it.");
    expect(cautions.join()).not.toContain("Fewer than");
  });

  test("the leaderboard, agreement and annotators say what people say", () => {
    const board = find(half, "leaderboard").byDimension[0]!.rows.find(({ policy }) => policy.label === "trained");
    expect(board).toMatchObject({ labelledCells: 60, allCells: 60, labelledClusters: 0, judgeMean: null });
    expect(board?.note).toContain("the judge has not rated");
    expect(board?.human.interval).not.toBeNull();
    const people = makeColumns(
      made.ratings.filter(({ rater }) => rater !== "judge"),
      made.items,
    );
    const agreement = (of: RatingColumns) => find(of, "agreement").rows[0]!.alphaInterval;
    expect(agreement(people)).toEqual(agreement(columns));
    expect(find(people, "annotators").byDimension[0]?.rows).toHaveLength(3);
    const means = (of: RatingColumns) =>
      new Map(find(of, "leaderboard").byDimension[0]!.rows.map(({ policy, human }) => [policy.label, human.value]));
    expect(means(people)).toEqual(means(columns));
  });
});

describe("a file whose items have no agents and whose raters are places in a list", () => {
  const block = makeBlock(
    made.ratings.map((rating) => ({ ...rating, agent: 0, item: `${rating.item} ${rating.agent}` })),
    Object.fromEntries(
      made.ratings.map(({ item, agent }) => [`${item} ${agent}`, { ...made.items[item], clusterKey: item }]),
    ),
  );
  const raters = block.raters.map((rater) => ({ ...rater, isPosition: rater.kind === "human" }));
  const whole = joinBlocks([{ ...block, raters }]);

  test.each(VIEW_NAMES)("%s speaks of items, clusters and places", (view) => {
    const finding = find(whole, view);
    expect(finding.counts).toMatchObject({ humanRaters: 3, humanPositions: 3, clusters: 60 });
    expect(JSON.stringify(finding)).not.toMatch(/\bagents?\b[^"]* counts?|[eE]pisodes|one episode\b|Nobody has rated/);
    expect(finding.filters).toBe("base and trained.");
    const methods = methodsParagraph(analysisQuestionSchema.parse({}), finding);
    expect(methods).toContain("240 ratings by 3 places of a list");
    expect(methods).toContain("in 60 clusters");
    expect(methods).not.toMatch(/agent|episode/);
  });

  test("is told so among the annotators", () => {
    const [goal] = find(whole, "annotators").byDimension;
    expect(goal).toMatchObject({ rows: [], positions: 3, groups: 0 });
    expect(goal?.groupSentence).toContain("places in a list");
  });
});

describe("annotators and planner", () => {
  test("a lenient rater stands first, in the matrix and in the severities; flags are the owner’s", () => {
    const lenient = made.ratings.map((rating) =>
      rating.rater === "cy" ? { ...rating, score: clamp(rating.score + 3) } : rating,
    );
    const finding = find(makeColumns(lenient, made.items), "annotators");
    const [{ rows, pairs, groups }] = finding.byDimension as [(typeof finding.byDimension)[number]];
    expect(rows[0]?.name).toBe("cy");
    expect(rows[0]!.leaveOneOutBias.interval![0]).toBeGreaterThan(1);
    expect(rows[0]!.severity.value!).toBeGreaterThan(1);
    expect(rows[0]?.flags).toContain("harsh-or-lenient");
    expect(groups).toBe(1);
    for (const { row, column, difference } of pairs)
      expect(Math.sign(difference)).toBe(Math.sign(rows[row]!.severity.value! - rows[column]!.severity.value!));
    expect(hideFlags(finding, ["made"])).toEqual(finding);
    expect(hideFlags(finding, []).byDimension[0]?.rows[0]?.flags).toEqual([]);
  });

  test("the plan asks for no more than there is, and its curve falls", () => {
    const part = simulate(seededRandom(8), { bias: { a: 2, b: 1 }, items: 60, labelled: 10 });
    const [plan] = find(makeColumns(part.ratings, part.items), "planner").byDimension;
    for (const row of plan!.allocation) {
      expect(row.have + row.next).toBeLessThanOrEqual(row.available);
      if (row.inclusionProbability !== null) expect(row.inclusionProbability).toBeLessThanOrEqual(1);
    }
    const bias = plan!.curves.find(({ kind }) => kind === "bias")!;
    const widths = bias.projected.map(({ halfWidth }) => halfWidth);
    expect(widths).toEqual([...widths].sort((a, b) => b - a));
    expect(bias.needed).toBeGreaterThan(1);
    expect(bias.measured.length).toBeGreaterThan(2);
    expect(plan!.sentence).toContain(`${bias.needed}`);
  });
});

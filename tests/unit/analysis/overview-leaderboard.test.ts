import { describe, expect, test } from "vitest";
import { seededRandom } from "#lib/domain/shared/random.ts";
import { type MadeRating, makeColumns } from "#tests/factories/rating-columns.ts";
import { columns, find, simulate } from "./simulated.ts";

describe("overview", () => {
  test("says in two sentences how far above people, and how much more than the base", () => {
    const { sentences, headline } = find(columns, "overview");
    expect(headline).toBe("goal");
    expect(sentences[0]?.text).toMatch(
      /^On goal, judge rates trained \d\.\d \[\d\.\d, \d\.\d\] points above people\.$/,
    );
    expect(sentences[1]?.text).toMatch(
      /^It rates base (level with people|\d\.\d points (above|below) people); between the two biases lie \d\.\d \[\d\.\d, \d\.\d\] points, in favour of trained\./,
    );
  });

  const SIGNS: [base: number, trained: number, first: string, second: string][] = [
    [
      1,
      3,
      "3.0 [3.0, 3.0] points above people.",
      "It rates base 1.0 points above people; between the two biases lie 2.0 [2.0, 2.0] points, in favour of trained.",
    ],
    [
      -2,
      -1,
      "1.0 [1.0, 1.0] points below people.",
      "It rates base 2.0 points below people; between the two biases lie 1.0 [1.0, 1.0] points, in favour of trained.",
    ],
    [
      -1,
      2,
      "2.0 [2.0, 2.0] points above people.",
      "It rates base 1.0 points below people; between the two biases lie 3.0 [3.0, 3.0] points, in favour of trained.",
    ],
    [
      3,
      1,
      "1.0 [1.0, 1.0] points above people.",
      "It rates base 3.0 points above people; between the two biases lie 2.0 [2.0, 2.0] points, in favour of base.",
    ],
    [
      -1,
      -2,
      "2.0 [2.0, 2.0] points below people.",
      "It rates base 1.0 points below people; between the two biases lie 1.0 [1.0, 1.0] points, in favour of base.",
    ],
    [
      1,
      -1,
      "1.0 [1.0, 1.0] points below people.",
      "It rates base 1.0 points above people; between the two biases lie 2.0 [2.0, 2.0] points, in favour of base.",
    ],
    [
      0,
      2,
      "2.0 [2.0, 2.0] points above people.",
      "It rates base level with people; between the two biases lie 2.0 [2.0, 2.0] points, in favour of trained.",
    ],
  ];

  test.each(SIGNS)("words a bias of %d for the base and of %d for the other in the right direction", (...signs) => {
    const [base, trained, first, second] = signs;
    const ratings = ["base", "trained"].flatMap((policy) =>
      Array.from({ length: 40 }, (_, i): MadeRating[] => {
        const item = `${policy} ${i}`;
        // A hair of noise, so that there is an interval that rounds to the value.
        const extra = (policy === "base" ? base : trained) + ((i % 2) - 0.5) / 100;
        return [
          { item, rater: "judge", score: 5 + extra },
          { item, rater: "ann", score: 5 },
        ];
      }).flat(),
    );
    const items = Object.fromEntries(
      ratings.map(({ item }) => [item, { policies: [item.split(" ")[0], ""] as [string, string] }]),
    );
    const { sentences } = find(makeColumns(ratings, items), "overview", { whichAgent: "both" });
    expect(sentences[0]?.text).toContain(first);
    expect(sentences[1]?.text.startsWith(second), sentences[1]?.text).toBe(true);
  });

  test("says where nothing is shown", () => {
    const none = simulate(seededRandom(3), { bias: { base: 0, other: 0 } });
    const { sentences } = find(makeColumns(none.ratings, none.items), "overview");
    expect(sentences.map(({ text }) => text).join(" ")).toContain("The interval includes 0");
  });
});

describe("leaderboard", () => {
  const part = simulate(seededRandom(8), { bias: { a: 2, b: 2, c: 2 }, items: 60, labelled: 20 });
  const drawn = Object.keys(part.items).flatMap((itemKey) =>
    Number(itemKey.slice(2)) < 20 ? [{ itemKey, stratum: itemKey[0] as string, chance: 1 / 3 }] : [],
  );
  const study = { sourceId: "made", name: "Made", isKnown: true, itemKeys: Object.keys(part.items), drawn };
  const some = makeColumns(part.ratings, part.items, [study]);

  test("takes the bias out of the judge and says how much the judge helped", () => {
    const { refusal, byDimension } = find(some, "leaderboard");
    expect(refusal).toBeNull();
    for (const row of byDimension[0]!.rows) {
      expect(row.judgeMean! - row.debiased.value!).toBeGreaterThan(1);
      expect(row).toMatchObject({ labelledCells: 40, allCells: 120, labelledClusters: 20, note: "" });
      expect(row.ranks![0]).toBeLessThanOrEqual(row.ranks![1]);
      expect(row.weighted?.value).not.toBeNull();
    }
    const scores = byDimension[0]!.rows.map(({ debiased }) => debiased.value!);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  test("is refused where items were chosen by hand, or nobody recorded how, or judges are mixed", () => {
    const by = (sampling: "purposive" | "unknown") =>
      makeColumns(
        part.ratings,
        Object.fromEntries(Object.entries(part.items).map(([key, item]) => [key, { ...item, sampling }])),
      );
    expect(find(by("purposive"), "leaderboard", { keepChosenByHand: true }).refusal).toContain("by hand");
    expect(find(by("unknown"), "leaderboard").refusal).toContain("drawn at random");
    expect(find(by("unknown"), "leaderboard", { samplingIsRandom: true }).refusal).toBeNull();
    const twoJudges = part.ratings.map((rating, i) =>
      rating.rater === "judge" && i % 2 === 0 ? { ...rating, rater: "judge-2" } : rating,
    );
    const mixed = find(makeColumns(twoJudges, part.items), "leaderboard");
    expect([mixed.isMixedJudges, mixed.refusal?.includes("Several judge versions")]).toEqual([true, true]);
    expect(
      mixed.byDimension[0]!.rows.every(({ debiased, human }) => debiased.value === null && human.value !== null),
    ).toBe(true);
  });

  test("goes by scenarios in every interval where policies played the same ones, and says so", () => {
    const scenes = Object.fromEntries(
      Object.entries(part.items).map(([key, item]) => [key, { ...item, scenarioKey: `s${Number(key.slice(2)) % 15}` }]),
    );
    const board = find(makeColumns(part.ratings, scenes), "leaderboard");
    expect(board.clusters).toMatchObject({ within: "scenario", between: "scenario", noun: ["scenario", "scenarios"] });
    expect(board.clusters.sentence).toMatch(/^Scenarios are the clusters of every interval here/);
    expect(board.counts.clusters).toBe(15);
    for (const row of board.byDimension[0]!.rows) {
      expect([row.human.clusters, row.debiased.clusters, row.labelledClusters]).toEqual([15, 15, 15]);
      expect(row.human.n).toBe(40);
    }
    expect(find(makeColumns(part.ratings, scenes), "bias").clusters.within).toBe("episode");
    const byEpisode = find(makeColumns(part.ratings, scenes), "leaderboard", { clusterRule: "episode" });
    expect(byEpisode.byDimension[0]!.rows[0]!.human.clusters).toBe(20);
  });

  test("gives people only where fewer than four episodes are labelled", () => {
    const few = simulate(seededRandom(8), { bias: { a: 1, b: 1 }, items: 20, labelled: 3 });
    const [row] = find(makeColumns(few.ratings, few.items), "leaderboard").byDimension[0]!.rows;
    expect(row).toMatchObject({ debiased: { value: null }, lambda: null });
    expect(row?.note).toContain("3 of at least 4");
  });
});

import { describe, expect, test } from "vitest";
import { adjustFamilies, pairFamilySize } from "#lib/domain/analysis/compute/p-families.ts";
import { buildContext } from "#lib/domain/analysis/context.ts";
import { asExploratory } from "#lib/domain/analysis/exploratory.ts";
import { findView } from "#lib/domain/analysis/find-view.ts";
import type { DimensionBias } from "#lib/domain/analysis/findings/bias.ts";
import type { OverviewFinding } from "#lib/domain/analysis/findings/overview.ts";
import { type AnalysisQuestionInput, analysisQuestionSchema } from "#lib/domain/analysis/question.ts";
import { scaleFacts } from "#lib/domain/analysis/scale-facts.ts";
import { type MadeRating, makeColumns } from "#tests/factories/rating-columns.ts";

/** Only what the adjustment reads. */
function part(key: string, biases: (number | null)[], pairs: (number | null)[]): DimensionBias {
  const base = { label: "base" };
  return {
    dimension: scaleFacts({ key, name: key, min: 0, max: 10, isWhole: true }),
    family: "",
    policies: biases.map((p) => ({ bias: { p }, pAdjusted: null })),
    differences: pairs.map((p) => ({ base, difference: { p }, pAdjusted: null })),
  } as unknown as DimensionBias;
}

describe("families of p-values", () => {
  const [goal, secret] = adjustFamilies([
    part("goal", [0.01, 0.2, 0.04], [0.01, 0.03]),
    part("secret", [null, 0.012, 0.5], [null, 0.5]),
  ]) as [DimensionBias, DimensionBias];
  const adjusted = (rows: { pAdjusted: number | null }[]) =>
    rows.map(({ pAdjusted }) => pAdjusted && Number(pAdjusted.toFixed(10)));

  test("are the biases of all policies on all dimensions, and apart from them all pairs", () => {
    // Five defined biases: .01·5, .012·4 → at least .05, .04·3, .2·2, .5·1. Three defined pairs: .01·3, .03·2, .5.
    expect(adjusted(goal.policies)).toEqual([0.05, 0.4, 0.12]);
    expect(adjusted(secret.policies)).toEqual([null, 0.05, 0.5]);
    expect(adjusted(goal.differences)).toEqual([0.03, 0.06]);
    expect(adjusted(secret.differences)).toEqual([null, 0.5]);
    expect(pairFamilySize([goal, secret])).toBe(3);
  });

  test("are named with their sizes on every dimension", () => {
    expect(secret.family).toBe(goal.family);
    expect(goal.family).toBe(
      "p-values are adjusted by Holm over 5 biases (those with a p-value among 3 policies on 2 dimensions), and by themselves over 3 differences to base (those with a p-value among 2 pairs on 2 dimensions); intervals are not adjusted.",
    );
    expect(adjustFamilies([part("goal", [0.01], [])])[0]?.family).toBe(
      "p-values are adjusted by Holm over 1 bias (1 policy on Goal); intervals are not adjusted.",
    );
  });
});

describe("the headline", () => {
  /** The judge lies `extra` above people; a hair of noise makes an interval. */
  const ratings = (extras: Record<string, number>): MadeRating[] =>
    Object.entries(extras).flatMap(([policy, extra]) =>
      Array.from({ length: 20 }, (_, i): MadeRating[] => [
        { item: `${policy} ${i}`, rater: "judge", score: 5 + extra + ((i % 2) - 0.5) / 10 },
        { item: `${policy} ${i}`, rater: "ann", score: 5 },
      ]).flat(),
    );
  const overview = (extras: Record<string, number>, question: AnalysisQuestionInput = {}): OverviewFinding => {
    const made = ratings(extras);
    const items = Object.fromEntries(
      made.map(({ item }) => [item, { policies: [item.split(" ")[0], ""] as [string, string] }]),
    );
    return findView(
      buildContext(makeColumns(made, items), analysisQuestionSchema.parse({ resamples: 200, ...question })),
      "overview",
    );
  };

  test("says that its policy was picked, and how sure that leaves it", () => {
    const [, difference] = overview({ base: 0, one: 1, two: 2 }).sentences;
    expect(difference?.text).toContain("Of 2 policies, two is the one that lies furthest above base");
    expect(difference?.test).toBe("Adjusted by Holm over 2 differences: p < 0.001.");
  });

  test("says nothing of the kind where there is one pair only", () => {
    const [bias, difference] = overview({ base: 0, one: 1 }).sentences;
    expect(`${bias?.text} ${difference?.text}`).not.toMatch(/picked|largest/);
    expect(difference?.test).toBe("");
  });

  test("has no p-value in a slice that somebody tries out", () => {
    const slice = asExploratory<"overview">(overview({ base: 0, one: 1, two: 2 }));
    expect(slice.sentences.map(({ test: p }) => p)).toEqual(["", ""]);
    expect(slice.family).toContain("no p-values");
  });

  describe("where nothing is shared on goal", () => {
    const elsewhere = [...ratings({ base: 0, one: 1 }), ...ratings({ two: 3 })].map((rating) => ({
      ...rating,
      dimension: "knowledge",
    }));
    const onGoal: MadeRating[] = [{ item: "base 0", rater: "ann", score: 5 }];
    const find = (made: MadeRating[], question: AnalysisQuestionInput = {}) => {
      const items = Object.fromEntries(
        made.map(({ item }) => [item, { policies: [item.split(" ")[0], ""] as [string, string] }]),
      );
      const asked = analysisQuestionSchema.parse({ resamples: 200, ...question });
      return findView(buildContext(makeColumns(made, items), asked), "overview");
    };

    test("moves to a dimension that compares policies", () => {
      const { headline, sentences } = find([...onGoal, ...elsewhere]);
      expect(headline).toBe("knowledge");
      expect(sentences[0]?.text).toMatch(/^On knowledge, judge rates two 3\.0/);
      expect(sentences[1]?.isDefined).toBe(true);
    });

    test("stays on goal while a policy has a bias there, and says of which dimension it speaks", () => {
      const judged: MadeRating = { item: "base 0", rater: "judge", score: 6 };
      const { headline, sentences } = find([...onGoal, judged, ...elsewhere]);
      expect(headline).toBe("goal");
      expect(sentences[1]?.text).toBe(
        "Policies cannot be compared yet on goal: the comparison needs at least two that judge and people both rated.",
      );
    });

    test("says which base keeps policies with a bias from being compared", () => {
      const withoutBase = elsewhere.filter(({ item, rater }) => !item.startsWith("base") || rater !== "judge");
      expect(find(withoutBase).sentences[1]?.text).toBe(
        "Nothing can be compared with base, as judge and people share no rated item of it: choose another base.",
      );
    });
  });

  test("says that all differences are the same where there is no interval for it", () => {
    const flat = ratings({ base: 1 }).map((rating) => ({ ...rating, score: Math.floor(rating.score) }));
    const said = (judge: number) => {
      const same = flat.map((rating) => ({ ...rating, score: rating.rater === "judge" ? judge : 5 }));
      const context = buildContext(makeColumns(same), analysisQuestionSchema.parse({ resamples: 200 }));
      return findView(context, "overview").sentences[0]?.text;
    };
    expect(said(6)).toBe(
      "On goal, judge rates base 1.0 points above people; all differences are +1.0, so there is no interval.",
    );
    expect(said(5)).toBe(
      "On goal, judge rates base level with people; all differences are 0.0, so there is no interval.",
    );
  });
});

describe("ratings that are left out", () => {
  test("are counted once more beside the headline", () => {
    const made: MadeRating[] = Array.from({ length: 20 }, (_, i): MadeRating[] => [
      { item: `E${i}`, rater: "judge", score: 6 + ((i % 2) - 0.5) / 10 },
      { item: `E${i}`, rater: "ann", score: 5 },
      { item: `E${i}`, rater: "ben", score: 3, isExcluded: true },
    ]).flat();
    const sentenceOf = (question: AnalysisQuestionInput) =>
      findView(
        buildContext(makeColumns(made), analysisQuestionSchema.parse({ resamples: 200, ...question })),
        "overview",
      ).sentences[0]?.text;
    // Without ben people's mean is 5, with him 4.
    expect(sentenceOf({})).toMatch(
      /rates base 1\.0 .+ With the raters counted that are left out, it is 2\.0 \[.+\] points above people\.$/,
    );
    expect(sentenceOf({ countExcluded: true })).not.toContain("left out");
  });

  test("keep their annotators in sight, last and marked", () => {
    const made: MadeRating[] = Array.from({ length: 12 }, (_, i): MadeRating[] => [
      { item: `E${i}`, rater: "ann", score: 5 + (i % 2) },
      { item: `E${i}`, rater: "cy", score: 5 },
      { item: `E${i}`, rater: "ben", score: 3 - (i % 2), isExcluded: true },
    ]).flat();
    const rowsOf = (question: AnalysisQuestionInput) =>
      findView(
        buildContext(makeColumns(made), analysisQuestionSchema.parse({ resamples: 200, ...question })),
        "annotators",
      ).byDimension[0]!.rows.map((row) => [row.name, row.isLeftOut, Number(row.leaveOneOutBias.value?.toFixed(6))]);
    // ann is 0 or 1 above cy: 0.5. ben is 2 below the mean of both, or 3.5.
    expect(rowsOf({})).toEqual([
      ["ann", false, 0.5],
      ["cy", false, -0.5],
      ["ben", true, -2.75],
    ]);
    expect(rowsOf({ countExcluded: true })[0]).toEqual(["ben", false, -2.75]);
  });
});

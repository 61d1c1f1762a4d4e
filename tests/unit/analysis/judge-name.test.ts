import { describe, expect, test } from "vitest";
import { buildContext } from "#lib/domain/analysis/context.ts";
import { findView } from "#lib/domain/analysis/find-view.ts";
import { joinBlocks } from "#lib/domain/analysis/join-blocks.ts";
import { judgeName, judgeVersion, judgeWords, offeredJudgeName } from "#lib/domain/analysis/judge-name.ts";
import { analysisQuestionSchema } from "#lib/domain/analysis/question.ts";
import { makeBlock } from "#tests/factories/rating-columns.ts";

describe("a judge in words", () => {
  const plain = { name: "gpt-4", model: "gpt-4", version: "" };

  test("has its version where somebody said it or the model is a dated snapshot", () => {
    expect(judgeName({ ...plain, version: "0613" })).toBe("gpt-4 (0613)");
    expect(judgeName({ ...plain, model: "gpt-4-0613" })).toBe("gpt-4 (gpt-4-0613)");
    expect(judgeName({ ...plain, name: "gpt-4o-2024-08-06" })).toBe("gpt-4o-2024-08-06");
    expect(offeredJudgeName({ ...plain, name: "claude-3-5-sonnet-20241022" })).toBe("claude-3-5-sonnet-20241022");
  });

  test("says that the version is not known only where one is to choose", () => {
    expect([judgeVersion(plain), judgeName(plain)]).toEqual(["", "gpt-4"]);
    expect(offeredJudgeName(plain)).toBe("gpt-4 (version not known)");
  });

  test("has the version beside its name, or that nobody said it", () => {
    expect(judgeWords(plain)).toBe("judge, version not known");
    expect(judgeWords({ ...plain, version: "0613" })).toBe("judge, version 0613");
    expect(judgeWords({ ...plain, name: "gpt-4-0613" })).toBe("judge");
  });
});

describe("the overview of a judge", () => {
  const cautionsFor = (version: string) => {
    const block = makeBlock(
      ["ann", "judge"].flatMap((rater) => ["E1", "E2"].map((item) => ({ item, rater, score: 5 }))),
    );
    const from = (source: string) => ({
      ...block,
      raters: block.raters.map((rater) => (rater.kind === "judge" ? { ...rater, version, source } : rater)),
    });
    const columns = joinBlocks([from("one.csv"), from("two.csv")]);
    return findView(
      buildContext(columns, analysisQuestionSchema.parse({ resamples: 200 })),
      "overview",
    ).cautions.join();
  };

  test("warns where files give no version of it, by their names, and not where they do", () => {
    expect(cautionsFor("")).toContain("The version of judge is not known (one.csv; two.csv)");
    expect(cautionsFor("0613")).not.toContain("version");
  });
});

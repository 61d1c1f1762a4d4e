import { expect, test } from "vitest";
import { buildContext } from "#lib/domain/analysis/context.ts";
import { findView } from "#lib/domain/analysis/find-view.ts";
import { joinBlocks } from "#lib/domain/analysis/join-blocks.ts";
import { analysisQuestionSchema } from "#lib/domain/analysis/question.ts";
import type { RatingBlock } from "#lib/domain/analysis/rating-block.ts";
import { findJudgeOverlaps, findSourceOverlaps } from "#lib/domain/analysis/source-overlap.ts";
import { type MadeRating, makeBlock } from "#tests/factories/rating-columns.ts";

const ITEMS = ["E1", "E2", "E3"];

function source(name: string, ratings: MadeRating[]) {
  const block = makeBlock(ratings);
  return { ...block, raters: block.raters.map((rater) => ({ ...rater, source: name, sourceId: name })) };
}

const rated = (rater: string, scores: number[]): MadeRating[] =>
  scores.map((score, place) => ({ item: ITEMS[place]!, rater, score }));

const judge = source("judge.json", rated("judge", [6, 7, 8]));
const first = source("first.csv", [...rated("ann", [5, 6, 7]), ...rated("bea", [1, 2, 3])]);
const second = source("second.csv", [...rated("ann", [5, 6, 9]), ...rated("bea", [1, 2])]);
const other = source("other.csv", rated("cat", [5, 6, 7]));

test("two states of a file share ratings by the same people, of which some differ", () => {
  expect(findSourceOverlaps(joinBlocks([judge, first, second, other]))).toEqual([
    { sources: ["first.csv", "second.csv"], shared: 5, differing: 1 },
  ]);
  expect(findSourceOverlaps(joinBlocks([judge, first, other]))).toEqual([]);
});

test("the overview says so, and what counts then", () => {
  const cautions = (question: object) =>
    findView(
      buildContext(joinBlocks([judge, first, second]), analysisQuestionSchema.parse({ resamples: 200, ...question })),
      "overview",
    ).cautions.join();
  const both = "first.csv and second.csv hold 5 ratings by the same people of the same items, 1 with another score.";
  expect(cautions({})).toContain(`${both} Each counts twice: leave one of the two out.`);
  expect(cautions({ keepSecondRatings: false })).toContain(`${both} Each counts once, and which of two scores`);
});

test("two sources of one judge share its ratings, each draw by itself", () => {
  const again = source("again.json", [
    ...rated("judge", [6, 7, 9]),
    ...rated("judge", [5, 5, 5]).map((rating) => ({ ...rating, occurrence: 1 })),
    ...rated("judge-other", [1, 2, 3]),
  ]);
  const columns = joinBlocks([judge, first, again]);
  const shared = { judge: "judge", sources: "again.json; judge.json", shared: 3, differing: 1 };
  expect(findJudgeOverlaps(columns, [])).toEqual([shared]);
  expect(findJudgeOverlaps(columns, ["judge:judge"])).toEqual([shared]);
  expect(findJudgeOverlaps(columns, ["judge:judge-other"])).toEqual([]);
  expect(findJudgeOverlaps(joinBlocks([again, first]), [])).toEqual([]);
  const { cautions } = findView(
    buildContext(columns, analysisQuestionSchema.parse({ judges: ["judge:judge"], resamples: 200 })),
    "overview",
  );
  expect(cautions.join()).toContain(
    "3 ratings by judge of the same items came with more than one source (again.json; judge.json), 1 with another score.",
  );
});

test("a source that came with nobody any more is told, and no other", () => {
  const overviewOf = (importIds: string[], ...blocks: RatingBlock[]) =>
    findView(buildContext(joinBlocks(blocks), analysisQuestionSchema.parse({ importIds, resamples: 200 })), "overview");
  const asked = ["first.csv", "second.csv", "other.csv"];
  expect(overviewOf(asked, judge, first, second, other).cautions.join()).not.toContain("any more");
  expect(overviewOf(asked, judge, first, other).cautions[0]).toContain(
    "1 of the 3 studies and files that this question reads holds no ratings here any more, as after a deletion.",
  );
  expect(overviewOf(asked, judge, other).cautions[0]).toContain(
    "2 of the 3 studies and files that this question reads hold",
  );
  expect(overviewOf(["first.csv"], judge).empty).toMatchObject({
    sentence: expect.stringMatching(/^The study or file that this question reads holds no ratings here any more/),
    remedy: "add-human-ratings",
  });
});

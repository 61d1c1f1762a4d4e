import { afterEach, beforeEach, expect, test } from "vitest";
import { buildContext } from "#lib/domain/analysis/context.ts";
import { findView } from "#lib/domain/analysis/find-view.ts";
import { type AnalysisQuestion, analysisQuestionSchema } from "#lib/domain/analysis/question.ts";
import { computeView, guessView } from "#lib/operations/analysis/engine/compute-view.ts";
import { stopThread } from "#lib/operations/analysis/engine/thread-client.ts";
import { giveUpWork, noteOtherJudges, workAhead } from "#lib/operations/analysis/engine/work-ahead.ts";
import { readRatingColumns } from "#lib/store/analysis-columns.ts";
import { makeRatingImport } from "#tests/factories/rating-import.ts";
import { withTestDatabase } from "#tests/support/database.ts";

const database = withTestDatabase();
afterEach(stopThread);

/** A slice as somebody sees it who turns a filter. */
const GLANCE = { isGlance: true, patienceMs: 60_000 };

let question: AnalysisQuestion;

beforeEach(async () => {
  const { importId } = await makeRatingImport(
    ["E1", "E2", "E3", "E4"].flatMap((item, i) => [
      { item, rater: "judge-4", score: 6 + (i % 3) },
      { item, rater: "judge-5", score: 5 + (i % 2) },
      { item, rater: "ann", score: 4 + i },
      { item, rater: "ben", score: 5 + (i % 2) },
    ]),
  );
  question = analysisQuestionSchema.parse({ importIds: [importId], judges: ["judge:judge-4"], resamples: 200 });
});

/** What the size of the data is taken to be. */
async function sayRatings(ratingCount: number): Promise<void> {
  await database.db.ratingImport.updateMany({ data: { ratingCount } });
}

test("what brings other ratings in is computed while somebody looks at the question", async () => {
  const otherJudge = { ...question, judges: ["judge:judge-5"] };
  noteOtherJudges(question, [otherJudge]);
  await workAhead(question, "bland-altman", { isPlain: false, quietMs: 0 });
  const likely = [
    otherJudge,
    { ...question, whichAgent: "both" as const },
    { ...question, clusterRule: "scenario" as const },
  ];
  for (const one of likely) expect(await guessView(one, "bland-altman", false)).toBe("known");
  const found = await computeView(otherJudge, "bland-altman", GLANCE);
  const columns = await readRatingColumns(otherJudge);
  expect(found).toMatchObject({
    isPending: false,
    finding: findView(buildContext(columns, otherJudge), "bland-altman"),
  });
});

test("work ahead is given up when somebody asks", async () => {
  const work = workAhead(question, "lines", { isPlain: false, quietMs: 20 });
  giveUpWork();
  await work;
  expect(await guessView({ ...question, whichAgent: "both" }, "lines", false)).toBe("made");
});

test("what was guessed is resampled no sooner than what was not", async () => {
  await sayRatings(5_000);
  expect(await guessView(question, "agreement", false)).toBe("made");
  const first = await computeView(question, "agreement", GLANCE);
  expect(first.isPending).toBe(true);
  expect(first.finding.rows[0]?.alphaInterval.interval).toBeNull();
  const whole = await computeView(question, "agreement", GLANCE);
  expect(whole.isPending).toBe(false);
  expect(whole.finding.rows[0]?.alphaInterval.interval).not.toBeNull();
  expect(whole.finding.rows[0]?.alphaInterval.value).toBe(first.finding.rows[0]?.alphaInterval.value);
});

test("nothing is computed ahead of large data", async () => {
  await sayRatings(50_000);
  expect(await guessView(question, "lines", false)).toBe("too large");
});

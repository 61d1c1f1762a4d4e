import { afterEach, beforeEach, expect, test } from "vitest";
import { buildContext } from "#lib/domain/analysis/context.ts";
import { findView } from "#lib/domain/analysis/find-view.ts";
import { type AnalysisQuestion, analysisQuestionSchema } from "#lib/domain/analysis/question.ts";
import { createAnalysis } from "#lib/operations/analysis/create-analysis.ts";
import { computeView, guessView } from "#lib/operations/analysis/engine/compute-view.ts";
import { contextOf } from "#lib/operations/analysis/engine/context-store.ts";
import { keptFindings } from "#lib/operations/analysis/engine/kept-findings.ts";
import { stopThread } from "#lib/operations/analysis/engine/thread-client.ts";
import { giveUpWork, noteOtherJudges, workAhead } from "#lib/operations/analysis/engine/work-ahead.ts";
import { getView } from "#lib/operations/analysis/findings/get-view.ts";
import { getAnalysis } from "#lib/operations/analysis/get-analysis.ts";
import { readRatingColumns } from "#lib/store/analysis-columns.ts";
import { readStamp } from "#lib/store/analysis-stamp.ts";
import { makePerson, type UserActor } from "#tests/factories/people.ts";
import { makeRatingImport } from "#tests/factories/rating-import.ts";
import { withTestDatabase } from "#tests/support/database.ts";

const database = withTestDatabase();
afterEach(stopThread);

/** A slice as somebody sees it who turns a filter. */
const GLANCE = { isGlance: true, patienceMs: 60_000 };

/** The views as they are computed ahead: in two steps, whole, and without tests. */
const VIEWS = [
  ["agreement", false],
  ["bland-altman", false],
  ["bias", true],
] as const;

let researcher: UserActor;
let question: AnalysisQuestion;

beforeEach(async () => {
  researcher = (await makePerson("researcher")).actor;
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

/** An analysis of five thousand ratings, with its question as it is kept. */
async function anAnalysis(): Promise<{ analysisId: string; saved: AnalysisQuestion }> {
  await sayRatings(5_000);
  const { analysisId } = await createAnalysis(researcher, { name: "What is next?", question });
  return { analysisId, saved: (await getAnalysis(researcher, { analysisId })).question };
}

/** Counts from now on how often something is computed for a question. */
async function countComputations(of: AnalysisQuestion): Promise<() => number> {
  const context = await contextOf(of, (await readStamp(of)).stamp);
  let count = 0;
  // Each computation begins with a copy of this, which says by itself whether it resamples.
  const get = () => {
    count += 1;
    return true;
  };
  Object.defineProperty(context, "resample", { enumerable: true, get });
  return () => count;
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

test.each(VIEWS)(
  "of %s a filter shows what was computed ahead, and nothing is computed again",
  async (view, isPlain) => {
    const { analysisId, saved } = await anAnalysis();
    const ahead = await countComputations({ ...saved, whichAgent: "both" });
    const other = await countComputations({ ...saved, whichAgent: "both", countExcluded: true });
    await workAhead(saved, view, { isPlain, quietMs: 0 });
    expect([ahead(), other()]).toEqual([1, 0]);
    const changes = { whichAgent: "both" as const };
    expect((await getView(researcher, { analysisId, view, changes })).finding.isExploratory).toBe(true);
    expect(ahead(), "The page computes nothing of its own").toBe(1);
    await getView(researcher, { analysisId, view, changes: { ...changes, countExcluded: true } });
    expect(other(), "What nobody has computed ahead is computed for the page").toBe(1);
  },
);

test.each(VIEWS)("of %s what was computed ahead stays once somebody has looked at it", async (view, isPlain) => {
  const { analysisId, saved } = await anAnalysis();
  const [both, partner] = [
    { ...saved, whichAgent: "both" as const },
    { ...saved, whichAgent: "partner" as const },
  ];
  await workAhead(saved, view, { isPlain, quietMs: 0 });
  const { finding } = await getView(researcher, { analysisId, view, changes: { whichAgent: "both" } });
  giveUpWork();
  for (let other = 0; other < 1_000; other += 1) keptFindings.keepGuess(`${view} ${other}`, finding, true);
  expect(await guessView(both, view, isPlain)).toBe("known");
  expect(await guessView(partner, view, isPlain), "Nobody has asked for it").toBe("made");
});

test.each([true, false])(
  "what a filter shows has the standing of a guess where it was asked ahead: %s",
  async (isAhead) => {
    const { analysisId, saved } = await anAnalysis();
    const { finding } = await getView(researcher, {
      analysisId,
      view: "bias",
      changes: { onlyPartners: [""] },
      isAhead,
    });
    for (let other = 0; other < 1_000; other += 1) keptFindings.keepGuess(`ahead ${other}`, finding, true);
    const guessed = await guessView({ ...saved, onlyPartners: [""] }, "bias", true);
    expect(guessed).toBe(isAhead ? "made" : "known");
  },
);

test("nothing is computed ahead of large data", async () => {
  await sayRatings(50_000);
  expect(await guessView(question, "lines", false)).toBe("too large");
});

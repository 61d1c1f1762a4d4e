import { beforeEach, expect, test } from "vitest";
import { VIEW_NAMES } from "#lib/domain/analysis/findings/views.ts";
import { createAnalysis } from "#lib/operations/analysis/create-analysis.ts";
import { computeView } from "#lib/operations/analysis/engine/compute-view.ts";
import { stopThread } from "#lib/operations/analysis/engine/thread-client.ts";
import { getReport } from "#lib/operations/analysis/findings/get-report.ts";
import { getView } from "#lib/operations/analysis/findings/get-view.ts";
import { makePerson, type UserActor } from "#tests/factories/people.ts";
import type { MadeRating } from "#tests/factories/rating-columns.ts";
import { makeRatingImport } from "#tests/factories/rating-import.ts";
import { withTestDatabase } from "#tests/support/database.ts";

withTestDatabase();

/** Two people and a judge on ten items of two policies. */
const ITEMS = Array.from({ length: 10 }, (_, place) => `item-${place}`);
const RATINGS: MadeRating[] = ITEMS.flatMap((item, place) => [
  { item, rater: "judge-4", score: 3 + (place % 6) },
  { item, rater: "ann", score: 2 + (place % 5) },
  { item, rater: "ben", score: 3 + (place % 4) },
]);

let researcher: UserActor;
let analysisId: string;

beforeEach(async () => {
  researcher = (await makePerson("researcher")).actor;
  const items = Object.fromEntries(
    ITEMS.map((item, place) => {
      const policy = place < 5 ? "base" : "BC";
      return [item, { policies: [policy, policy] as [string, string] }];
    }),
  );
  const { importId } = await makeRatingImport(RATINGS, { items, createdById: researcher.userId });
  const question = { importIds: [importId], judges: ["judge:judge-4"], resamples: 200 };
  ({ analysisId } = await createAnalysis(researcher, { name: "Report", question }));
});

test("a report holds every view as its own page finds it, the methods and the question", async () => {
  const report = await getReport(researcher, { analysisId });
  expect(report.views.map(({ finding }) => finding.view)).toEqual([...VIEW_NAMES]);
  for (const view of VIEW_NAMES) {
    const own = await getView(researcher, { analysisId, view });
    expect(report.views.find(({ finding }) => finding.view === view)?.finding, view).toEqual(own.finding);
    expect(report.fingerprint).toBe(own.fingerprint);
  }
  expect(report.methods).toContain("20 ratings by 2 people");
  expect(report).toMatchObject({ isExploratory: false, question: { resamples: 200, judges: ["judge:judge-4"] } });
});

test("a report under filters that nobody saved says so in each view", async () => {
  const report = await getReport(researcher, { analysisId, changes: { onlyPolicies: ["BC"] } });
  expect(report.isExploratory).toBe(true);
  expect(report.question.onlyPolicies).toEqual(["BC"]);
  for (const { finding } of report.views) expect(finding.filters, finding.view).toMatch(/^Exploratory/);
});

test("a report keeps flags of annotators from those who do not own their source", async () => {
  const analyst = (await makePerson("analyst")).actor;
  const { views } = await getReport(analyst, { analysisId });
  const people = views.map(({ finding }) => finding).find((finding) => finding.view === "annotators");
  expect(people).toMatchObject({ view: "annotators", showsFlags: false });
});

test("a view is waited for until it is whole when it is asked for so", async () => {
  const patience: (number | undefined)[] = [];
  const deps = {
    computeView: ((question, view, options) => {
      patience.push(options?.patienceMs);
      return computeView(question, view, { ...options, inlineRatings: 0 });
    }) as typeof computeView,
  };
  const { isPending } = await getView(researcher, { analysisId, view: "agreement", isWhole: true }, deps);
  await stopThread();
  expect(isPending).toBe(false);
  expect(patience[0]).toBeGreaterThan(60_000);
});

test("an analysis that is not there has no report", async () => {
  await expect(getReport(researcher, { analysisId: "nothing" })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

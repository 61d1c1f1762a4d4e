import { beforeEach, describe, expect, test } from "vitest";
import { ratingCount } from "#lib/domain/analysis/columns.ts";
import { buildContext } from "#lib/domain/analysis/context.ts";
import { findView } from "#lib/domain/analysis/find-view.ts";
import { createAnalysis } from "#lib/operations/analysis/create-analysis.ts";
import { computeView } from "#lib/operations/analysis/engine/compute-view.ts";
import { columnsOf } from "#lib/operations/analysis/engine/context-store.ts";
import { readAhead } from "#lib/operations/analysis/engine/read-ahead.ts";
import { stopThread } from "#lib/operations/analysis/engine/thread-client.ts";
import { getCellReasons } from "#lib/operations/analysis/findings/get-cell-reasons.ts";
import { getView } from "#lib/operations/analysis/findings/get-view.ts";
import { getAnalysis } from "#lib/operations/analysis/get-analysis.ts";
import { listFilterOptions } from "#lib/operations/analysis/list-filter-options.ts";
import { saveFilters } from "#lib/operations/analysis/save-filters.ts";
import { readRatingColumns } from "#lib/store/analysis-columns.ts";
import { readStamp } from "#lib/store/analysis-stamp.ts";
import { makePerson, type UserActor } from "#tests/factories/people.ts";
import type { MadeRating } from "#tests/factories/rating-columns.ts";
import { type MadeImportItem, makeRatingImport } from "#tests/factories/rating-import.ts";
import { withTestDatabase } from "#tests/support/database.ts";

const database = withTestDatabase();

const SCENARIOS = [
  "boat",
  "loan",
  "A situation that is told at such length that nobody would put all of it into an address",
];
const ITEMS: Record<string, MadeImportItem> = {};
const RATINGS: MadeRating[] = [];
for (const [place, policy] of ["base", "BC", "SR"].entries())
  for (let i = 0; i < 6; i += 1) {
    const item = `${policy} ${i}`;
    ITEMS[item] = { policies: [policy, i < 3 ? "gpt" : "llama"], scenario: SCENARIOS[i % 3] as string };
    RATINGS.push({ item, rater: "judge-4", score: 4 + ((i * 5 + place) % 5) });
    for (const rater of ["ann", "ben"]) RATINGS.push({ item, rater, score: 3 + ((i * 3 + place + rater.length) % 6) });
  }

let researcher: UserActor;
let analysisId: string;
let importId: string;

beforeEach(async () => {
  researcher = (await makePerson("researcher")).actor;
  ({ importId } = await makeRatingImport(RATINGS, { items: ITEMS, createdById: researcher.userId }));
  // A judge of other items, which has nothing to say about these.
  await makeRatingImport([{ item: "elsewhere", rater: "judge-5", score: 5 }], { createdById: researcher.userId });
  const question = {
    importIds: [importId],
    judges: ["judge:judge-4"],
    partnerPolicies: ["gpt", "llama"],
    resamples: 200,
  };
  ({ analysisId } = await createAnalysis(researcher, { name: "Filters", question }));
});

describe("what filters can be turned to", () => {
  test("is what the ratings hold, with the judges that share items first", async () => {
    const options = await listFilterOptions(researcher, { analysisId });
    expect(options.policies.map(({ label, units }) => [label, units])).toEqual([
      ["base", 6],
      ["SR", 6],
      ["BC", 6],
    ]);
    expect(options.partners).toEqual([
      { name: "gpt", units: 9 },
      { name: "llama", units: 9 },
    ]);
    expect(options.scenarios.map(({ items }) => items)).toEqual([6, 6, 6]);
    expect(options.scenarios.every(({ key }) => key.length <= 60)).toBe(true);
    expect(options.people).toEqual([{ id: importId, name: expect.any(String), raters: 2 }]);
    expect(options.judges).toEqual([
      { key: "judge:judge-4", name: "judge-4 (version not known)", items: 18 },
      { key: "judge:judge-5", name: "judge-5 (version not known)", items: 0 },
    ]);
  });
});

test("two files of one name that came within one second can be told apart where people are chosen", async () => {
  const twin = await makeRatingImport([{ item: "base 0", rater: "cat", score: 5 }], { createdById: researcher.userId });
  const importIds = [importId, twin.importId];
  const same = { fileName: "twin.csv", createdAt: new Date("2026-03-04T09:15:30Z") };
  await database.db.ratingImport.updateMany({ where: { id: { in: importIds } }, data: same });
  const question = { importIds, judges: ["judge:judge-4"], partnerPolicies: ["gpt", "llama"] };
  const both = await createAnalysis(researcher, { name: "Twins", question });
  const { people } = await listFilterOptions(researcher, { analysisId: both.analysisId });
  const moment = "twin.csv of 2026-03-04 09:15:30 UTC";
  expect(people.map(({ name }) => name).sort()).toEqual([moment, `${moment} (2)`]);
});

describe("filters that are tried", () => {
  test("give the numbers of the question with them, marked and without tests", async () => {
    const { scenarios } = await listFilterOptions(researcher, { analysisId });
    const changes = {
      onlyPolicies: ["BC", "base"],
      onlyPartners: ["llama"],
      onlyScenarios: scenarios.map(({ key }) => key).slice(1),
    };
    const { finding } = await getView(researcher, { analysisId, view: "bias", changes });
    const { question } = await getAnalysis(researcher, { analysisId });
    const columns = await readRatingColumns(question);
    const expected = findView(buildContext(columns, { ...question, ...changes }), "bias");
    expect(finding.isExploratory).toBe(true);
    expect(finding.counts).toEqual(expected.counts);
    for (const [place, row] of expected.byDimension[0]!.policies.entries()) {
      const shown = finding.byDimension[0]!.policies[place]!;
      expect([shown.policy, shown.bias.value, shown.bias.interval]).toEqual([
        row.policy,
        row.bias.value,
        row.bias.interval,
      ]);
      expect([shown.pAdjusted, shown.permutationP, shown.bias.p]).toEqual([null, null, null]);
    }
  });

  test("that are those of the question are no slice, and the same finding is kept without marks", async () => {
    const { finding } = await getView(researcher, { analysisId, view: "bias", changes: { whichAgent: "learner" } });
    expect(finding.isExploratory).toBe(false);
    expect(finding.byDimension[0]!.policies[0]!.permutationP).not.toBeNull();
  });

  test("come from the thread as they come from here", async () => {
    const { question } = await getAnalysis(researcher, { analysisId });
    const narrowed = { ...question, onlyPartners: ["gpt"] };
    const columns = await readRatingColumns(narrowed);
    for (const isPlain of [true, false]) {
      const manner = { inlineRatings: 0, patienceMs: 30_000, isPlain };
      const { finding, isPending } = await computeView(narrowed, "bias", manner);
      expect(isPending).toBe(false);
      expect(finding).toEqual(findView(buildContext(columns, narrowed, { resample: !isPlain }), "bias"));
      const tests = finding.byDimension[0]!.policies.map(({ permutationP }) => permutationP);
      expect(tests.every((p) => (p === null) === isPlain)).toBe(true);
    }
    const options = await computeView(narrowed, "filters", { inlineRatings: 0, patienceMs: 30_000 });
    expect(options).toMatchObject({ isPending: false, finding: { partners: [{ units: 9 }, { units: 9 }] } });
    await stopThread();
  });
});

test("what another judge needs is read ahead, and kept while the data stay", async () => {
  const { question } = await getAnalysis(researcher, { analysisId });
  const { stamp } = await readStamp(question);
  await readAhead([question]);
  await database.db.importedRating.deleteMany({});
  expect(ratingCount(await columnsOf(question, stamp))).toBe(RATINGS.length);
  await expect(readAhead([{ ...question, importIds: ["nobody knows it"] }])).resolves.toBeUndefined();
});

test("reasons are those of the people whom a filter leaves in; the judge keeps its own", async () => {
  const more = RATINGS.filter(({ rater }) => rater === "ann").map((rating) => ({ ...rating, rater: "eva" }));
  const second = await makeRatingImport(more, { items: ITEMS });
  const { question } = await getAnalysis(researcher, { analysisId });
  const both = { ...question, importIds: [importId, second.importId] };
  const made = await createAnalysis(researcher, { name: "Two files", question: both });
  const ratersOf = async (onlyPeople: string[]) => {
    const cell = { analysisId: made.analysisId, itemKey: "BC 1", agent: 1, dimension: "goal" };
    return (await getCellReasons(researcher, { ...cell, changes: { onlyPeople } })).ratings.map(({ rater }) => rater);
  };
  expect(await ratersOf([])).toEqual(["ann", "ben", "eva", "judge-4"]);
  expect(await ratersOf([second.importId])).toEqual(["eva", "judge-4"]);
});

describe("filters that are saved", () => {
  test("become the next version, whose numbers are no slice any more", async () => {
    const changes = { onlyPartners: ["gpt"], onlyPolicies: ["SR", "base"] };
    expect(await saveFilters(researcher, { analysisId, version: 1, changes })).toEqual({ version: 2 });
    const { finding } = await getView(researcher, { analysisId, view: "bias" });
    expect(finding.isExploratory).toBe(false);
    expect(finding.filters).toContain("Partner: gpt.");
    expect(finding.policies.map(({ label }) => label)).toEqual(["base", "SR"]);
    expect((await getView(researcher, { analysisId, version: 1, view: "bias" })).finding.policies).toHaveLength(3);
    const back = await getView(researcher, { analysisId, view: "bias", changes: { onlyPartners: [] } });
    expect(back.finding).toMatchObject({ isExploratory: true, counts: { leftOut: { otherPartners: 0 } } });
  });

  test("are refused where somebody else has changed the analysis meanwhile, and make nothing where they change nothing", async () => {
    await saveFilters(researcher, { analysisId, version: 1, changes: { whichAgent: "both" } });
    await expect(saveFilters(researcher, { analysisId, version: 1, changes: {} })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    expect(await saveFilters(researcher, { analysisId, version: 2, changes: { whichAgent: "both" } })).toEqual({
      version: 2,
    });
  });
});

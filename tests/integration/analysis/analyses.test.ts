import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { beforeEach, describe, expect, test } from "vitest";
import { filterChangesOf } from "#lib/domain/analysis/filter-changes.ts";
import type { AgreementFinding } from "#lib/domain/analysis/findings/agreement.ts";
import type { LeaderboardFinding } from "#lib/domain/analysis/findings/leaderboard.ts";
import type { LinesFinding } from "#lib/domain/analysis/findings/lines.ts";
import type { AnalysisQuestion } from "#lib/domain/analysis/question.ts";
import { annotatorTable } from "#lib/domain/analysis/tables/annotators.ts";
import { numberClustersTogether } from "#lib/domain/statistics/clusters.ts";
import { differenceInDifferences } from "#lib/domain/statistics/difference-in-differences.ts";
import { signedError } from "#lib/domain/statistics/signed-error.ts";
import { archiveAnalysis } from "#lib/operations/analysis/archive-analysis.ts";
import { createAnalysis } from "#lib/operations/analysis/create-analysis.ts";
import { computeView } from "#lib/operations/analysis/engine/compute-view.ts";
import { withoutForeignFlags } from "#lib/operations/analysis/engine/foreign-flags.ts";
import { stopThread } from "#lib/operations/analysis/engine/thread-client.ts";
import { getAnalysis } from "#lib/operations/analysis/get-analysis.ts";
import { getCellReasons } from "#lib/operations/analysis/get-cell-reasons.ts";
import { getView } from "#lib/operations/analysis/get-view.ts";
import { listAnalyses } from "#lib/operations/analysis/list-analyses.ts";
import { listBinCells } from "#lib/operations/analysis/list-bin-cells.ts";
import { listDisagreements } from "#lib/operations/analysis/list-disagreements.ts";
import { listVersions } from "#lib/operations/analysis/list-versions.ts";
import { openAnalysisBundle } from "#lib/operations/analysis/open-analysis-bundle.ts";
import { updateAnalysis } from "#lib/operations/analysis/update-analysis.ts";
import { makePerson, type UserActor } from "#tests/factories/people.ts";
import type { MadeRating } from "#tests/factories/rating-columns.ts";
import { type MadeImportItem, makeRatingImport } from "#tests/factories/rating-import.ts";
import { withTestDatabase } from "#tests/support/database.ts";

const database = withTestDatabase();

/** Judge and two people on both agents of six episodes; the judge adds more for the trained policy. */
const EPISODES = [
  { item: "E1", policy: "base", judge: [5, 6], people: [5, 6, 5, 5] },
  { item: "E2", policy: "base", judge: [7, 4], people: [6, 7, 5, 3] },
  { item: "E3", policy: "base", judge: [3, 8], people: [3, 2, 8, 7] },
  { item: "E4", policy: "BC+SR", judge: [8, 9], people: [6, 7, 8, 6] },
  { item: "E5", policy: "BC+SR", judge: [7, 7], people: [5, 5, 6, 7] },
  { item: "E6", policy: "BC+SR", judge: [9, 6], people: [8, 6, 4, 5] },
] as const;

const RATINGS: MadeRating[] = EPISODES.flatMap(({ item, judge, people }) => [
  ...[1, 2].map((agent) => ({ item, agent, rater: "judge-4", score: judge[agent - 1] as number })),
  ...[0, 1, 2, 3].map((place) => ({
    item,
    agent: place < 2 ? 1 : 2,
    rater: place % 2 === 0 ? "ann" : "ben",
    score: people[place] as number,
  })),
]);
const ITEMS: Record<string, MadeImportItem> = Object.fromEntries(
  EPISODES.map(({ item, policy }) => [item, { policies: [policy, policy] as [string, string] }]),
);
const JUDGE = "judge:judge-4";

/** J and H of the cells of one policy, with their episodes. */
function cellsOf(policy: string) {
  const own = EPISODES.filter((episode) => episode.policy === policy);
  return {
    judge: own.flatMap(({ judge }) => [...judge]),
    human: own.flatMap(({ people }) => [(people[0] + people[1]) / 2, (people[2] + people[3]) / 2]),
    clusters: own.flatMap(({ item }) => [item, item]),
  };
}

let researcher: UserActor;
let importId: string;
let raterIds: Record<string, number>;

beforeEach(async () => {
  researcher = (await makePerson("researcher")).actor;
  ({ importId, raterIds } = await makeRatingImport(RATINGS, { items: ITEMS, createdById: researcher.userId }));
});

const question = (more = {}) => ({
  importIds: [importId],
  judges: [JUDGE],
  policies: ["base", "BC+SR"].map((name) => ({ label: name, names: [name] })),
  resamples: 200,
  ...more,
});

async function create(more = {}) {
  return createAnalysis(researcher, { name: "Does it overrate?", question: question(more) });
}

describe("what a view answers", () => {
  test("is what the functions give for the cells", async () => {
    const { analysisId } = await create();
    const { finding, isPending } = await getView(researcher, { analysisId, view: "bias" });
    expect(isPending).toBe(false);
    const { policies, differences } = finding.byDimension[0]!;
    const [base, trained] = [cellsOf("base"), cellsOf("BC+SR")];
    const [baseClusters, trainedClusters] = numberClustersTogether([base.clusters, trained.clusters]);
    const expected = signedError(trained.judge, trained.human, trainedClusters!);
    expect(policies[1]?.bias).toMatchObject({ n: 6, clusters: 3 });
    expect(policies[1]?.bias.value).toBeCloseTo(expected.value!, 12);
    expect(policies[1]?.bias.interval?.[0]).toBeCloseTo(expected.interval![0], 10);
    const errors = (of: typeof base) => of.judge.map((score, i) => score - of.human[i]!);
    const pair = differenceInDifferences(
      { d: errors(base), clusters: baseClusters! },
      { d: errors(trained), clusters: trainedClusters! },
    );
    expect(differences[0]?.difference.value).toBeCloseTo(pair.value!, 12);
    expect(differences[0]?.difference.interval?.[1]).toBeCloseTo(pair.interval![1], 10);
  });

  test("leads from a bin of the grid to its cells, and from a cell to both sides’ reasons", async () => {
    const { analysisId } = await create();
    const { finding } = await getView(researcher, { analysisId, view: "grid" });
    const facet = finding.byDimension[0]?.facets[1];
    const bin = facet?.bins[0];
    const cells = await listBinCells(researcher, {
      analysisId,
      dimension: "goal",
      policy: "BC+SR",
      judge: bin?.judge ?? 0,
      human: bin?.human ?? 0,
    });
    expect(cells.total).toBe(bin?.count);
    const [cell] = cells.cells;
    const reasons = await getCellReasons(researcher, {
      analysisId,
      itemKey: cell?.itemKey ?? "",
      agent: cell?.agent ?? 0,
      dimension: "goal",
    });
    expect(reasons.ratings.map(({ kind, rationale }) => [kind, rationale])).toEqual([
      ["human", `ann on ${cell?.itemKey}`],
      ["human", `ben on ${cell?.itemKey}`],
      ["judge", `judge-4 on ${cell?.itemKey}`],
    ]);
  });

  test("leads from every bin of every grid to as many cells as it counts, with judges whose means are fractions too", async () => {
    const again = RATINGS.filter(({ rater }) => rater === "judge-4").map((rating, i) => ({
      ...rating,
      occurrence: 1,
      score: Math.max(0, rating.score - (i % 3)) + (i % 2) / 4,
    }));
    const made = await makeRatingImport([...RATINGS, ...again], { items: ITEMS });
    await database.db.importedDimension.updateMany({ where: { importId: made.importId }, data: { isWhole: false } });
    for (const ids of [[importId], [made.importId]]) {
      const { analysisId } = await create({ importIds: ids });
      const [grid] = (await getView(researcher, { analysisId, view: "grid" })).finding.byDimension;
      const facets = [...grid!.facets, grid!.pooled];
      expect(facets.flatMap(({ bins }) => bins).length).toBeGreaterThan(10);
      for (const { policy, bins } of facets)
        for (const bin of bins) {
          const address = new URLSearchParams({ judgeScore: String(bin.judge), humanScore: String(bin.human) });
          const cells = await listBinCells(researcher, {
            analysisId,
            changes: filterChangesOf((name) => address.get(name)),
            dimension: "goal",
            policy: policy?.label ?? null,
            judge: address.get("judgeScore"),
            human: address.get("humanScore"),
          });
          expect(cells.total, `${policy?.label} ${address}`).toBe(bin.count);
        }
    }
  });

  test("lists every disagreement page by page, of one policy or one direction where asked", async () => {
    const { analysisId } = await create();
    const { finding } = await getView(researcher, { analysisId, view: "disagreements" });
    const whole = finding.byDimension[0]!;
    const list = (more: object = {}) =>
      listDisagreements(researcher, { analysisId, dimension: "goal", policy: null, ...more });
    const pages = [];
    for (let offset = 0; offset < whole.apart; offset += 3) pages.push(await list({ offset, limit: 3 }));
    expect(pages.flatMap(({ cells }) => cells)).toEqual(whole.cells);
    expect(new Set(pages.map(({ total }) => total))).toEqual(new Set([whole.apart]));
    const below = await list({ direction: "below" });
    expect(below.cells).toEqual(whole.cells.filter(({ difference }) => difference < 0));
    const trained = await list({ direction: "above", policy: "BC+SR" });
    expect(trained.cells.length).toBeGreaterThan(0);
    expect(trained.cells).toEqual(whole.cells.filter(({ difference, policy }) => difference > 0 && policy === "BC+SR"));
    expect(await list({ policy: "nobody" })).toEqual({ total: 0, cells: [] });
    await expect(list({ direction: "sideways" })).rejects.toThrow();

    const grid = await getView(researcher, { analysisId, view: "grid" });
    const bin = grid.finding.byDimension[0]!.pooled.bins.find(({ count }) => count > 1)!;
    const field = { analysisId, dimension: "goal", policy: null, judge: bin.judge, human: bin.human };
    const all = await listBinCells(researcher, field);
    const second = await listBinCells(researcher, { ...field, offset: 1, limit: 1 });
    expect(second).toEqual({ total: bin.count, cells: [all.cells[1]] });
  });

  test("changes when a rater is excluded, and both numbers are told", async () => {
    const { analysisId } = await create();
    const before = await getView(researcher, { analysisId, view: "bias" });
    await database.db.raterExclusion.create({ data: { raterId: raterIds.ann as number, reason: "team member" } });
    const after = await getView(researcher, { analysisId, view: "bias" });
    expect(after.fingerprint).not.toBe(before.fingerprint);
    expect(after.finding.counts.leftOut.excluded).toBe(12);
    const [row, old] = [after, before].map(({ finding }) => finding.byDimension[0]!.policies[0]!);
    expect(row?.bias.value).not.toBe(old?.bias.value);
    expect(row?.withExcluded?.value).toBe(old?.bias.value);
    await database.db.raterExclusion.deleteMany();
    const views = ["leaderboard", "agreement", "lines"] as const;
    const [board, agreement, lines] = await Promise.all(views.map((view) => getView(researcher, { analysisId, view })));
    await database.db.raterExclusion.create({ data: { raterId: raterIds.ann as number, reason: "team member" } });
    const own = await getView(researcher, { analysisId, view: "leaderboard" });
    for (const line of own.finding.byDimension[0]!.rows) {
      const before = (board!.finding as LeaderboardFinding).byDimension[0]!.rows;
      const same = before.find(({ policy }) => policy.label === line.policy.label)!;
      expect(line.withExcluded?.human.value).toBe(same.human.value);
    }
    const agreed = await getView(researcher, { analysisId, view: "agreement" });
    expect(agreed.finding.rows[0]).toMatchObject({ raters: 1, withExcluded: { raters: 2 } });
    expect(agreed.finding.rows[0]?.withExcluded?.alphaOrdinal).toEqual(
      (agreement!.finding as AgreementFinding).rows[0]?.alphaOrdinal,
    );
    const both = await getView(researcher, { analysisId, view: "lines" });
    expect(both.finding.byDimension[0]?.points[0]?.withExcluded?.gap.value).toBe(
      (lines!.finding as LinesFinding).byDimension[0]?.points[0]?.gap.value,
    );
  });

  test("is empty in words where there is nothing to compare", async () => {
    const { analysisId } = await create({ judges: [] });
    const { finding } = await getView(researcher, { analysisId, view: "overview" });
    expect(finding.empty).toMatchObject({ remedy: "add-judge-ratings" });
    expect(finding.sentences).toEqual([]);
  });

  test("comes from the thread as it comes from here", async () => {
    const { analysisId } = await create();
    const here = await getView(researcher, { analysisId, view: "agreement" });
    const { question: stored } = await getAnalysis(researcher, { analysisId });
    // Another seed is another question, so that nothing that was kept is answered.
    const other = { ...stored, seed: 2 };
    const inThread = await computeView(other, "agreement", { inlineRatings: 0, patienceMs: 60_000 });
    await stopThread();
    const inline = await computeView({ ...stored, seed: 3 }, "agreement");
    expect(inThread.isPending).toBe(false);
    expect(inThread.finding.rows[0]?.alphaInterval.value).toBe(here.finding.rows[0]?.alphaInterval.value);
    expect(inThread.finding.rows[0]?.exact).toEqual(inline.finding.rows[0]?.exact);
  });
});

describe("a file that is chosen for its judge", () => {
  test("brings the judge’s ratings and none of its people, in a question and in a filter", async () => {
    const people = await makeRatingImport(
      RATINGS.filter(({ rater }) => rater === "ann"),
      { items: ITEMS },
    );
    const ownPeople = { importIds: [people.importId], judges: [] };
    const asked = await create({ ...ownPeople, judges: [JUDGE], judgeImportIds: [importId] });
    const tried = await create(ownPeople);
    const whole = await create({ importIds: [people.importId, importId] });
    const read = (analysisId: string, changes = {}) => getView(researcher, { analysisId, view: "bias", changes });
    const counts = [
      await read(asked.analysisId),
      await read(tried.analysisId, { judges: [JUDGE] }),
      await read(whole.analysisId),
    ].map(({ finding }) => finding.counts);
    expect(counts[0]).toMatchObject({ humanRatings: 12, humanRaters: 1, judgeRatings: 12, pairedCells: 12 });
    expect(counts[1]).toEqual(counts[0]);
    expect(counts[2]).toMatchObject({ humanRatings: 36, humanRaters: 2, judgeRatings: 12 });
    const reasons = await getCellReasons(researcher, { ...asked, itemKey: "E1", agent: 1, dimension: "goal" });
    expect(reasons.ratings.map(({ rater }) => rater)).toEqual(["ann", "judge-4"]);
  });
});

/** The files of a bundle, one or more for each view. */
const TABLES = [
  ...["overview", "bias-by-policy", "bias-differences", "leaderboard", "judge-by-human", "calibration", "bland-altman"],
  ...["agreement", "annotators", "alternative-annotator-test", "lines", "disagreements"],
  ...["overview-biases", "judge-by-human-order", "calibration-errors", "agreement-pooled", "agreement-paper"],
  ...["annotator-pairs", "planner", "planner-curves", "planner-power", "planner-allocation"],
  ...["planner-completion", "planner-offered", "planner-offered-by-length", "columns"],
];

describe("an analysis", () => {
  test("of nobody’s ratings is refused with a sentence, and nothing is saved", async () => {
    const nobody = create({ importIds: [], judgeImportIds: [importId] });
    await expect(nobody).rejects.toMatchObject({
      code: "INVALID",
      details: { issues: [{ path: "question.studyIds", message: expect.stringContaining("Choose whose ratings") }] },
    });
    expect((await listAnalyses(researcher, {})).analyses).toEqual([]);
  });

  test("gets a version for another question, none for another name, and keeps the old ones", async () => {
    const { analysisId } = await create();
    const renamed = await updateAnalysis(researcher, { analysisId, version: 1, name: "Renamed", question: question() });
    expect(renamed).toEqual({ version: 1 });
    const changed = { analysisId, version: 1, name: "Renamed", question: question({ confidence: 0.9 }) };
    expect(await updateAnalysis(researcher, changed)).toEqual({ version: 2 });
    expect(await getAnalysis(researcher, { analysisId, version: 1 })).toMatchObject({
      name: "Renamed",
      version: 1,
      latestVersion: 2,
      question: { confidence: 0.95 },
    });
    await expect(updateAnalysis(researcher, changed)).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(getAnalysis(researcher, { analysisId, version: 3 })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const more = { judges: [], seed: 3, epsilon: 0.2, confidence: 0.8, resamples: 300 };
    await updateAnalysis(researcher, { ...changed, version: 2, question: question(more) });
    expect(await listVersions(researcher, { analysisId })).toMatchObject([
      { number: 3, createdBy: "Test researcher", changed: "judge, confidence, seed and 2 more" },
      { number: 2, createdBy: "Test researcher", changed: "confidence" },
      { number: 1, createdBy: "Test researcher", changed: null },
    ]);
    await expect(listVersions(researcher, { analysisId: "none" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("of two people who change one version at once, one is told so", async () => {
    const { analysisId } = await create();
    const change = (seed: number) =>
      updateAnalysis(researcher, { analysisId, version: 1, name: "Race", question: question({ seed }) });
    const results = await Promise.allSettled([change(11), change(12)]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = results.find((result) => result.status === "rejected");
    expect(lost?.reason).toMatchObject({ code: "CONFLICT" });
  });

  test("is listed until it is put away, and its address works after that", async () => {
    const { analysisId } = await create();
    expect((await listAnalyses(researcher, {})).analyses).toMatchObject([
      { id: analysisId, version: 1, imports: 1, judges: 1, createdBy: "Test researcher" },
    ]);
    await archiveAnalysis(researcher, { analysisId });
    expect((await listAnalyses(researcher, {})).analyses).toEqual([]);
    expect((await getAnalysis(researcher, { analysisId })).id).toBe(analysisId);
  });

  test("is read by an analyst, who sees no flags and may not change it", async () => {
    const analyst = (await makePerson("analyst")).actor;
    const { analysisId } = await create();
    const own = await getView(researcher, { analysisId, view: "annotators" });
    const theirs = await getView(analyst, { analysisId, view: "annotators" });
    expect(own.finding.showsFlags).toBe(true);
    expect(theirs.finding.showsFlags).toBe(false);
    expect(theirs.finding.byDimension[0]?.rows.map(({ name }) => name).sort()).toEqual(["ann", "ben"]);
    expect(theirs.finding.byDimension.flatMap(({ rows }) => rows.flatMap(({ flags }) => flags))).toEqual([]);
    await expect(archiveAnalysis(analyst, { analysisId })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  test("leaves the house with the resamples of its question, and no flags for those who may not see them", async () => {
    const { analysisId } = await create();
    const asked: AnalysisQuestion[] = [];
    const deps = {
      computeView: ((wanted, view, options) => {
        asked.push(wanted);
        return computeView(wanted, view, options);
      }) as typeof computeView,
    };
    const analyst = (await makePerson("analyst")).actor;
    const bundle = await openAnalysisBundle(analyst, { analysisId }, deps);
    await text(Readable.from(bundle.content));
    expect(new Set(asked.map(({ resamples }) => resamples))).toEqual(new Set([200]));
    const { finding } = await getView(researcher, { analysisId, view: "annotators" });
    const row = finding.byDimension[0]!.rows[0]!;
    const flagged = { ...finding, byDimension: [{ ...finding.byDimension[0]!, rows: [{ ...row, flags: ["fast"] }] }] };
    const foreign = await withoutForeignFlags(analyst, flagged as typeof finding);
    expect(annotatorTable(foreign).columns.map(({ name }) => name)).not.toContain("flags");
    const own = await withoutForeignFlags(researcher, flagged as typeof finding);
    expect(annotatorTable(own).rows[0]?.cells.at(-1)?.value).toBe("fast");
  });

  test("leaves the house at once, each view as soon as it is computed, and is recorded before", async () => {
    const { analysisId } = await create();
    const gate = Promise.withResolvers<void>();
    const computed: string[] = [];
    const deps = {
      computeView: (async (wanted, view, options) => {
        if (view === "leaderboard") await gate.promise;
        computed.push(view);
        return computeView(wanted, view, options);
      }) as typeof computeView,
    };
    const bundle = await openAnalysisBundle(researcher, { analysisId }, deps);
    const log = { subjectId: analysisId, action: "analyses.export" };
    expect(await database.db.auditEntry.count({ where: log })).toBe(1);
    let bytes = "";
    for await (const chunk of Readable.from(bundle.content)) {
      bytes += Buffer.from(chunk as Uint8Array).toString("latin1");
      if (!bytes.includes("bias-differences.csv")) continue;
      if (computed.includes("leaderboard")) break;
      expect(bytes).not.toContain("leaderboard.csv");
      gate.resolve();
    }
    expect(bytes.indexOf("settings.json"), "The settings leave before anything is computed").toBeLessThan(100);
    expect(bytes).toContain("bias-by-policy.csv");
  });

  test("leaves the house as one bundle, and the log knows", async () => {
    const { analysisId } = await create();
    const bundle = await openAnalysisBundle(researcher, { analysisId });
    expect(bundle.fileName).toBe("does-it-overrate-v1.zip");
    const bytes = await text(Readable.from(bundle.content));
    for (const name of ["methods.txt", "settings.json", ...TABLES.map((table) => `tables/${table}.csv`)])
      expect(bytes, name).toContain(name);
    const entries = await database.db.auditEntry.findMany({ where: { subjectId: analysisId }, orderBy: { id: "asc" } });
    expect(entries.map(({ action }) => action)).toEqual(["analyses.create", "analyses.export"]);
  });
});

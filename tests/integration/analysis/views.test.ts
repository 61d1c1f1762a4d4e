import { describe, expect, test } from "vitest";
import { filterChangesOf } from "#lib/domain/analysis/filter-changes.ts";
import type { AgreementFinding } from "#lib/domain/analysis/findings/agreement.ts";
import type { LeaderboardFinding } from "#lib/domain/analysis/findings/leaderboard.ts";
import type { LinesFinding } from "#lib/domain/analysis/findings/lines.ts";
import { numberClustersTogether } from "#lib/domain/statistics/clusters.ts";
import { differenceInDifferences } from "#lib/domain/statistics/difference-in-differences.ts";
import { signedError } from "#lib/domain/statistics/signed-error.ts";
import { computeView } from "#lib/operations/analysis/engine/compute-view.ts";
import { stopThread } from "#lib/operations/analysis/engine/thread-client.ts";
import { getCellReasons } from "#lib/operations/analysis/findings/get-cell-reasons.ts";
import { getView } from "#lib/operations/analysis/findings/get-view.ts";
import { listBinCells } from "#lib/operations/analysis/findings/list-bin-cells.ts";
import { listDisagreements } from "#lib/operations/analysis/findings/list-disagreements.ts";
import { getAnalysis } from "#lib/operations/analysis/get-analysis.ts";
import { makeRatingImport } from "#tests/factories/rating-import.ts";
import { withTestDatabase } from "#tests/support/database.ts";
import { EPISODES, ITEMS, JUDGE, RATINGS, withJudgedEpisodes } from "./judged-episodes.ts";

const database = withTestDatabase();
const judged = withJudgedEpisodes();

/** J and H of the cells of one policy, with their episodes. */
function cellsOf(policy: string) {
  const own = EPISODES.filter((episode) => episode.policy === policy);
  return {
    judge: own.flatMap(({ judge }) => [...judge]),
    human: own.flatMap(({ people }) => [(people[0] + people[1]) / 2, (people[2] + people[3]) / 2]),
    clusters: own.flatMap(({ item }) => [item, item]),
  };
}

describe("what a view answers", () => {
  test("is what the functions give for the cells", async () => {
    const { analysisId } = await judged.create();
    const { finding, isPending } = await getView(judged.researcher, { analysisId, view: "bias" });
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
    const { analysisId } = await judged.create();
    const { finding } = await getView(judged.researcher, { analysisId, view: "grid" });
    const facet = finding.byDimension[0]?.facets[1];
    const bin = facet?.bins[0];
    const cells = await listBinCells(judged.researcher, {
      analysisId,
      dimension: "goal",
      policy: "BC+SR",
      judgeScore: bin?.judge ?? 0,
      humanScore: bin?.human ?? 0,
    });
    expect(cells.total).toBe(bin?.count);
    const [cell] = cells.cells;
    const reasons = await getCellReasons(judged.researcher, {
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
    for (const ids of [[judged.importId], [made.importId]]) {
      const { analysisId } = await judged.create({ importIds: ids });
      const [grid] = (await getView(judged.researcher, { analysisId, view: "grid" })).finding.byDimension;
      const facets = [...grid!.facets, grid!.pooled];
      expect(facets.flatMap(({ bins }) => bins).length).toBeGreaterThan(10);
      for (const { policy, bins } of facets)
        for (const bin of bins) {
          const address = new URLSearchParams({ judgeScore: String(bin.judge), humanScore: String(bin.human) });
          const cells = await listBinCells(judged.researcher, {
            analysisId,
            changes: filterChangesOf((name) => address.get(name)),
            dimension: "goal",
            policy: policy?.label ?? null,
            judgeScore: address.get("judgeScore"),
            humanScore: address.get("humanScore"),
          });
          expect(cells.total, `${policy?.label} ${address}`).toBe(bin.count);
        }
    }
  });

  test("lists every disagreement page by page, of one policy or one direction where asked", async () => {
    const { analysisId } = await judged.create();
    const { finding } = await getView(judged.researcher, { analysisId, view: "disagreements" });
    const whole = finding.byDimension[0]!;
    const list = (more: object = {}) =>
      listDisagreements(judged.researcher, { analysisId, dimension: "goal", policy: null, ...more });
    const pages = [];
    for (let offset = 0; offset < whole.apart; offset += 3) pages.push(await list({ offset, limit: 3 }));
    expect(pages.flatMap(({ cells }) => cells)).toEqual(whole.cells);
    expect(new Set(pages.map(({ total }) => total))).toEqual(new Set([whole.apart]));
    const below = await list({ direction: "below" });
    expect(below.cells).toEqual(whole.cells.filter(({ difference }) => difference < 0));
    const trained = await list({ direction: "above", policy: "BC+SR" });
    expect(trained.cells.length).toBeGreaterThan(0);
    expect(trained.cells).toEqual(whole.cells.filter(({ difference, policy }) => difference > 0 && policy === "BC+SR"));
    for (const unknown of [{ policy: "nobody" }, { dimension: "charm" }, { dimension: "" }])
      await expect(list(unknown), JSON.stringify(unknown)).rejects.toMatchObject({ code: "INVALID" });
    await expect(list({ direction: "sideways" })).rejects.toThrow();

    const grid = await getView(judged.researcher, { analysisId, view: "grid" });
    const bin = grid.finding.byDimension[0]!.pooled.bins.find(({ count }) => count > 1)!;
    const field = { analysisId, dimension: "goal", policy: null, judgeScore: bin.judge, humanScore: bin.human };
    const all = await listBinCells(judged.researcher, field);
    const second = await listBinCells(judged.researcher, { ...field, offset: 1, limit: 1 });
    expect(second).toEqual({ total: bin.count, cells: [all.cells[1]] });
    await expect(listBinCells(judged.researcher, { ...field, dimension: "charm" })).rejects.toMatchObject({
      code: "INVALID",
    });
  });

  test("changes when a rater is excluded, and both numbers are told", async () => {
    const { analysisId } = await judged.create();
    const before = await getView(judged.researcher, { analysisId, view: "bias" });
    await database.db.raterExclusion.create({
      data: { raterId: judged.raterIds.ann as number, reason: "team member" },
    });
    const after = await getView(judged.researcher, { analysisId, view: "bias" });
    expect(after.fingerprint).not.toBe(before.fingerprint);
    expect(after.finding.counts.leftOut.excluded).toBe(12);
    const [row, old] = [after, before].map(({ finding }) => finding.byDimension[0]!.policies[0]!);
    expect(row?.bias.value).not.toBe(old?.bias.value);
    expect(row?.withExcluded?.value).toBe(old?.bias.value);
    const [pair, oldPair] = [after, before].map(({ finding }) => finding.byDimension[0]!.differences[0]!);
    expect(pair?.difference.value).not.toBe(oldPair?.difference.value);
    expect(pair?.withExcluded).toEqual(oldPair?.difference);
    const said = (await getView(judged.researcher, { analysisId, view: "overview" })).finding.sentences.map(
      ({ text }) => text,
    );
    for (const text of said) expect(text).toContain("With the raters counted that are left out, it is ");
    await database.db.raterExclusion.deleteMany();
    const views = ["leaderboard", "agreement", "lines"] as const;
    const [board, agreement, lines] = await Promise.all(
      views.map((view) => getView(judged.researcher, { analysisId, view })),
    );
    await database.db.raterExclusion.create({
      data: { raterId: judged.raterIds.ann as number, reason: "team member" },
    });
    const own = await getView(judged.researcher, { analysisId, view: "leaderboard" });
    for (const line of own.finding.byDimension[0]!.rows) {
      const before = (board!.finding as LeaderboardFinding).byDimension[0]!.rows;
      const same = before.find(({ policy }) => policy.label === line.policy.label)!;
      expect(line.withExcluded?.human.value).toBe(same.human.value);
    }
    const agreed = await getView(judged.researcher, { analysisId, view: "agreement" });
    expect(agreed.finding.rows[0]).toMatchObject({ raters: 1, withExcluded: { raters: 2 } });
    expect((agreement!.finding as AgreementFinding).rows[0]).toMatchObject(agreed.finding.rows[0]!.withExcluded!);
    const both = await getView(judged.researcher, { analysisId, view: "lines" });
    expect(both.finding.byDimension[0]?.points[0]?.withExcluded?.gap.value).toBe(
      (lines!.finding as LinesFinding).byDimension[0]?.points[0]?.gap.value,
    );
  });

  test("is empty in words where there is nothing to compare", async () => {
    const { analysisId } = await judged.create({ judges: [] });
    const { finding } = await getView(judged.researcher, { analysisId, view: "overview" });
    expect(finding.empty).toMatchObject({ remedy: "add-judge-ratings" });
    expect(finding.sentences).toEqual([]);
  });

  test("comes from the thread as it comes from here", async () => {
    const { analysisId } = await judged.create();
    const here = await getView(judged.researcher, { analysisId, view: "agreement" });
    const { question: stored } = await getAnalysis(judged.researcher, { analysisId });
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
    const asked = await judged.create({ ...ownPeople, judges: [JUDGE], judgeImportIds: [judged.importId] });
    const tried = await judged.create(ownPeople);
    const whole = await judged.create({ importIds: [people.importId, judged.importId] });
    const read = (analysisId: string, changes = {}) =>
      getView(judged.researcher, { analysisId, view: "bias", changes });
    const counts = [
      await read(asked.analysisId),
      await read(tried.analysisId, { judges: [JUDGE] }),
      await read(whole.analysisId),
    ].map(({ finding }) => finding.counts);
    expect(counts[0]).toMatchObject({ humanRatings: 12, humanRaters: 1, judgeRatings: 12, pairedCells: 12 });
    expect(counts[1]).toEqual(counts[0]);
    expect(counts[2]).toMatchObject({ humanRatings: 36, humanRaters: 2, judgeRatings: 12 });
    const reasons = await getCellReasons(judged.researcher, { ...asked, itemKey: "E1", agent: 1, dimension: "goal" });
    expect(reasons.ratings.map(({ rater }) => rater)).toEqual(["ann", "judge-4"]);
  });
});

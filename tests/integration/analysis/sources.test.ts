import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { systemActor } from "#lib/domain/access/actor.ts";
import { SAMPLINGS } from "#lib/domain/analysis/columns.ts";
import { buildContext } from "#lib/domain/analysis/context.ts";
import type { OverviewFinding } from "#lib/domain/analysis/findings/overview.ts";
import { VIEW_NAMES } from "#lib/domain/analysis/findings/views.ts";
import { analysisQuestionSchema } from "#lib/domain/analysis/question.ts";
import { SOTOPIA_DIMENSION_IDS } from "#lib/domain/dimensions/sotopia-dimensions.ts";
import { createAnalysis } from "#lib/operations/analysis/create-analysis.ts";
import { getReport } from "#lib/operations/analysis/findings/get-report.ts";
import { listSharedItems } from "#lib/operations/analysis/list-shared-items.ts";
import { listSources } from "#lib/operations/analysis/list-sources.ts";
import { excludeAnnotation } from "#lib/operations/study-ratings/exclude-annotation.ts";
import { readRatingColumns } from "#lib/store/analysis-columns.ts";
import { readImportedRatings } from "#lib/store/analysis-imports.ts";
import { readStamp } from "#lib/store/analysis-stamp.ts";
import { raterOfFile } from "#lib/store/person-keys.ts";
import { makePerson } from "#tests/factories/people.ts";
import { makeRatingImport } from "#tests/factories/rating-import.ts";
import { type MadeStudy, makeEpisodes, makeStudy, prolificId } from "#tests/factories/study.ts";
import { enterReady, makeStudyWithPeople } from "#tests/factories/visits.ts";
import { submitNext } from "#tests/integration/studies/support.ts";
import { withTestDatabase } from "#tests/support/database.ts";

const database = withTestDatabase();
const SYSTEM = systemActor("test");

/** A judge that gives 8 (and 2 to agent 2) on every dimension of these episodes; answers its key. */
async function judgeEpisodes(episodeIds: readonly string[]): Promise<string> {
  const judge = await database.db.judge.create({ data: { name: "gpt-4 of the file", model: "gpt-4" } });
  for (const episodeId of episodeIds)
    await database.db.judgment.create({
      data: {
        id: randomUUID(),
        episodeId,
        judgeId: judge.id,
        ratings: {
          create: SOTOPIA_DIMENSION_IDS.filter((id) => id === "goal" || id === "knowledge").flatMap((dimension) =>
            [1, 2].map((agent) => ({ agent, dimension, score: agent === 1 ? 8 : 2 })),
          ),
        },
      },
    });
  return `judge:episodes:${judge.id}`;
}

const scoresOf = (columns: Awaited<ReturnType<typeof readRatingColumns>>, kind: "human" | "judge", dimension: string) =>
  Array.from(columns.score).filter(
    (_, rating) =>
      columns.raters[columns.rater[rating]!]!.kind === kind &&
      columns.dimensions[columns.dimension[rating]!]!.key === dimension,
  );

async function aRatedStudy() {
  const { study, first, second } = await makeStudyWithPeople({ items: 2, annotationsPerItem: 2, itemsPerAnnotator: 2 });
  for (const actor of [first, first, second]) await submitNext(actor, study);
  return study;
}

/** The record of a draw as a study keeps it. */
const draw = (plan: object, itemCount: number) => ({
  plan,
  seed: 1,
  itemCount,
  strata: [],
  foreignLeftOut: 0,
  at: "2100-01-01T00:00:00.000Z",
});

/** The ratings of a study as the database holds them, without the way of the analysis. */
async function storedScores(study: MadeStudy, dimension: string): Promise<number[]> {
  const rows = await database.db.rating.findMany({ where: { studyId: study.studyId, dimension } });
  return rows.map(({ score }) => score as number).sort();
}

describe("reading ratings", () => {
  test("of a study and of judgments that came with its episodes: they meet on episode and agent", async () => {
    const study = await aRatedStudy();
    const judge = await judgeEpisodes(study.episodeIds);
    const columns = await readRatingColumns({ studyIds: [study.studyId], importIds: [], judges: [judge] });
    expect(columns.units.count).toBe(4);
    expect(columns.units.items.key).toHaveLength(2);
    expect(columns.units.items.words.every((words) => words > 0)).toBe(true);
    expect(scoresOf(columns, "human", "goal").sort()).toEqual(await storedScores(study, "goal"));
    expect(scoresOf(columns, "judge", "goal").sort()).toEqual([2, 2, 8, 8]);
    expect(columns.units.policies).toEqual(["telltale-policy-one", "telltale-policy-two"]);
    const seatOne = columns.units.agent.indexOf(1);
    expect(columns.units.policies[columns.units.policy[seatOne]!]).toBe("telltale-policy-one");
    expect(columns.dimensions.filter(({ key }) => key === "goal")).toHaveLength(1);
    expect((await listSources(SYSTEM, {})).judges).toMatchObject([{ key: judge, judgments: 2 }]);
  });

  test("of an episode whose stored text is damaged: all ratings count, and the overview names it", async () => {
    const study = await aRatedStudy();
    const judge = await judgeEpisodes(study.episodeIds);
    const [episodeId = ""] = study.episodeIds;
    await database.db.episodeRecord.update({ where: { episodeId }, data: { document: { turns: 7 } } });
    const sources = { studyIds: [study.studyId], judges: [judge] };
    const columns = await readRatingColumns({ ...sources, importIds: [] });
    expect(scoresOf(columns, "human", "goal").sort()).toEqual(await storedScores(study, "goal"));
    const { items } = columns.units;
    const place = items.episodeId.indexOf(episodeId);
    expect(Array.from(items.words, (words) => words > 0)).toEqual([0, 1].map((item) => item !== place));
    const { analysisId } = await createAnalysis((await makePerson("researcher")).actor, {
      name: "Damaged",
      question: { ...sources, resamples: 200 },
    });
    const { views } = await getReport(SYSTEM, { analysisId });
    expect(views.map(({ finding }) => finding.view)).toEqual([...VIEW_NAMES]);
    const overview = views.find(({ finding }) => finding.view === "overview")?.finding;
    expect((overview as OverviewFinding).cautions.join()).toContain(
      `The stored transcript of episode ${items.key[place]} is damaged`,
    );
  });

  test("of a file meets the episode that it names, and the file’s condition counts as the policy", async () => {
    const study = await aRatedStudy();
    const [episode] = await database.db.episode.findMany({ where: { id: study.episodeIds[0] } });
    const { importId } = await makeRatingImport([{ item: episode!.sourceId, agent: 1, rater: "ann", score: 6 }]);
    await database.db.importedUnit.updateMany({ data: { condition: "BC", policy: "BC" } });
    const { units } = await readRatingColumns({ studyIds: [study.studyId], importIds: [importId], judges: [] });
    const place = units.items.episodeId.indexOf(episode!.id);
    const unit = units.item.findIndex((item, index) => item === place && units.agent[index] === 1);
    expect(units.count).toBe(4);
    expect(units.policies[units.policy[unit]!]).toBe("BC");
  });

  test("of a file changes its stamp with an episode that the file names, and with no other", async () => {
    const { importId } = await makeRatingImport([{ item: "named-episode", agent: 1, rater: "ann", score: 6 }]);
    const stampOf = async () => (await readStamp({ studyIds: [], importIds: [importId], judges: [] })).stamp;
    const alone = await stampOf();
    const [id] = await makeEpisodes(1);
    expect(await stampOf(), "An episode that no source names").toBe(alone);
    await database.db.episode.update({
      where: { id: id! },
      data: { sourceId: "named-episode", createdAt: new Date(Date.now() + 1000) },
    });
    expect(await stampOf()).not.toBe(alone);
  });

  test("of judgments changes its stamp when versions of an episode are decided between, and when that is taken back", async () => {
    const [id] = await makeEpisodes(1);
    const judge = await judgeEpisodes([id!]);
    const stampOf = async () => (await readStamp({ studyIds: [], importIds: [], judges: [judge] })).stamp;
    const decide = (decidedAt: Date | null) =>
      database.db.episode.update({
        where: { id: id! },
        data: { decidedAt, conflictState: decidedAt ? "chosen" : "open" },
      });
    const undecided = await stampOf();
    await decide(new Date());
    expect(await stampOf()).not.toBe(undecided);
    await decide(null);
    expect(await stampOf()).toBe(undecided);
  });

  test("keeps how the study drew its items, and marks what was excluded", async () => {
    const study = await aRatedStudy();
    const { actor } = await makePerson("researcher");
    const before = await readStamp({ studyIds: [study.studyId], importIds: [], judges: [] });
    const annotation = await database.db.annotation.findFirstOrThrow({ where: { state: "submitted" } });
    await excludeAnnotation(actor, { annotationId: annotation.id, reason: "A test of exclusion." });
    await database.db.study.update({
      where: { id: study.studyId },
      data: { sampling: { draws: [draw({ kind: "ids", ids: ["a"] }, 2)] } },
    });
    const columns = await readRatingColumns({ studyIds: [study.studyId], importIds: [], judges: [] });
    expect(columns.excluded.reduce((sum, mark) => sum + mark, 0)).toBe(14);
    expect([...columns.units.items.sampling].map((place) => SAMPLINGS[place])).toEqual(["purposive", "purposive"]);
    expect(columns.units.items.inclusionProbability).toEqual(Float64Array.of(1, 1));
    const after = await readStamp({ studyIds: [study.studyId], importIds: [], judges: [] });
    expect(after.stamp).not.toBe(before.stamp);
  });

  test("finds what a sample was drawn from by its filter, and tells items added by hand apart", async () => {
    const study = await aRatedStudy();
    const [inFrame, outside] = await makeEpisodes(2);
    await database.db.episode.update({ where: { id: outside! }, data: { tag: "another-tag" } });
    const judge = await judgeEpisodes([...study.episodeIds, inFrame!, outside!]);
    const { studyId } = study;
    const read = async (draws: object[]) => {
      await database.db.study.update({ where: { id: studyId }, data: { sampling: { draws } } });
      const { units, frames } = await readRatingColumns({ studyIds: [studyId], importIds: [], judges: [judge] });
      const place = (id: string) => units.items.episodeId.indexOf(id);
      return {
        units,
        frames,
        place,
        samplings: study.episodeIds.map((id) => SAMPLINGS[units.items.sampling[place(id)]!]),
      };
    };
    const sample = { kind: "sample", filter: { tag: "telltale-tag" }, size: { kind: "per-stratum", count: 2 } };
    const { frames, place } = await read([draw(sample, 2)]);
    expect(frames).toMatchObject([{ sourceId: studyId, isKnown: true, size: 3 }]);
    const isIn = [...study.episodeIds, inFrame!, outside!].map((id) => frames[0]!.isIn[place(id)]);
    expect(isIn).toEqual([1, 1, 1, 0]);
    expect(study.episodeIds.map((id) => frames[0]!.stratum[place(id)])).toEqual([0, 0]);
    expect(frames[0]!.stratum[place(inFrame!)]).toBe(-1);
    const late = await read([{ ...draw(sample, 2), at: "2001-01-01T00:00:00.000Z" }]);
    expect(late.frames).toMatchObject([{ size: 2 }]);
    const all = await read([draw({ kind: "filter", filter: { tag: "telltale-tag" } }, 2)]);
    expect(all.frames).toMatchObject([{ isKnown: true, size: 2 }]);
    const unrated = await read([draw({ ...sample, filter: { rated: "none" } }, 2)]);
    expect(unrated.frames).toMatchObject([{ isKnown: false }]);
    const mixed = await read([draw(sample, 1), draw({ kind: "ids", ids: ["a"] }, 1)]);
    expect(mixed.samplings).toEqual(["random", "purposive"]);
    expect(mixed.frames).toHaveLength(1);
  });

  test("counts the items that each judge shares with the people of a study and of a file", async () => {
    const study = await aRatedStudy();
    const ofEpisodes = await judgeEpisodes(study.episodeIds);
    const keyOf = async (id: string) => (await database.db.episode.findUniqueOrThrow({ where: { id } })).sourceId;
    const rated = await keyOf(study.episodeIds[0]!);
    const { importId } = await makeRatingImport([
      { item: "E1", rater: "judge-a", score: 1 },
      { item: "E2", rater: "judge-a", score: 1 },
      { item: rated, rater: "judge-b", score: 1 },
      { item: "E1", rater: "ann", score: 5 },
      { item: "E2", agent: 2, rater: "ann", score: 5 },
    ]);
    const shared = async (studyIds: string[], importIds: string[]) =>
      new Map(
        (await listSharedItems(SYSTEM, { studyIds, importIds })).map(({ key, sourceId, items }) => {
          expect([...studyIds, ...importIds]).toContain(sourceId);
          return [key, items];
        }),
      );
    expect(await shared([], [importId])).toEqual(new Map([["judge:judge-a", 2]]));
    expect((await shared([study.studyId], [])).get(ofEpisodes)).toBe(study.episodeIds.length);
    expect((await shared([study.studyId], [])).get("judge:judge-b")).toBe(1);
    const both = await listSharedItems(SYSTEM, { studyIds: [study.studyId], importIds: [importId] });
    const pairs = both.map(({ key, sourceId, items }) => [key, sourceId, items]);
    expect(pairs).toHaveLength(3);
    expect(pairs).toContainEqual(["judge:judge-a", importId, 2]);
    expect(pairs).toContainEqual(["judge:judge-b", study.studyId, 1]);
  });

  test("lists files with when they came and the ratings that they share with others", async () => {
    const { importId: earlierId } = await makeRatingImport([{ item: "E1", rater: "ann", score: 5 }]);
    const { importId: laterId } = await makeRatingImport([{ item: "E1", rater: "ann", score: 6 }]);
    const counts = { sharedCount: 1, differingCount: 1 };
    await database.db.ratingImportOverlap.create({ data: { laterId, earlierId, ...counts } });
    const { imports } = await listSources(SYSTEM, {});
    const find = (wanted: string) => imports.find(({ id }) => id === wanted);
    const overlap = { shared: 1, differing: 1 };
    expect(find(earlierId)?.overlaps).toEqual([{ importId: laterId, isLater: true, ...overlap }]);
    expect(find(laterId)?.overlaps).toEqual([{ importId: earlierId, isLater: false, ...overlap }]);
    expect(Math.abs(Date.parse(find(laterId)!.createdAt) - Date.now())).toBeLessThan(60_000);
  });

  test("knows a panelist of two studies and of a file as one person, whom saved questions may name by study", async () => {
    const wish = { items: 2, annotationsPerItem: 2, itemsPerAnnotator: 2 };
    const [one, two] = [await makeStudy(wish), await makeStudy(wish)];
    const actors = [await enterReady(one, 1), await enterReady(two, 1), await enterReady(two, 2)];
    for (const [place, actor] of actors.entries()) await submitNext(actor, place === 0 ? one : two);
    const { raterKey } = raterOfFile(prolificId(1));
    const { importId } = await makeRatingImport([{ item: "E1", rater: raterKey, score: 5 }]);
    const studyIds = [one.studyId, two.studyId];
    const columns = await readRatingColumns({ studyIds, importIds: [importId], judges: [] });
    expect(columns.raters).toHaveLength(2);
    const same = columns.raters.find(({ key }) => key === `human:${raterKey}`);
    expect(same?.otherKeys?.toSorted()).toEqual(
      actors
        .slice(0, 2)
        .map(({ annotatorId }) => `annotator:${annotatorId}`)
        .toSorted(),
    );
    const leftOutRaters = [`annotator:${actors[0]!.annotatorId}`];
    const { selection } = buildContext(columns, analysisQuestionSchema.parse({ leftOutRaters, whichAgent: "both" }));
    expect(selection.leftOut.leftOutRaters).toBe(29);
  });

  test("of a large file come page by page, and are the same as all at once", async () => {
    const ratings = ["E1", "E2", "E3", "E4", "E5"].flatMap((item, i) => [
      { item, rater: "judge-4", score: i + 1 },
      { item, rater: "ann", score: i },
      { item, agent: 2, rater: "ben", score: i + 0.5, dimension: "knowledge" },
    ]);
    const { importId } = await makeRatingImport(ratings);
    await makeRatingImport([{ item: "E1", rater: "ann", score: 9 }]);
    const wanted = { importIds: [importId], judgeImportIds: [], judgeKeys: ["judge-4"] };
    // The order of the entries carries no meaning, and a database may change it.
    const read = async (unitsPerPage: number) => {
      const { unit, rater, dimension, score, order } = await readImportedRatings(wanted, { unitsPerPage });
      return Array.from(score, (value, i) => [order[i], unit[i], rater[i], dimension[i], value]).sort(
        (a, b) => a[0]! - b[0]!,
      );
    };
    const whole = await read(1_000);
    expect(whole.map((rating) => rating[4])).toEqual(ratings.map(({ score }) => score));
    for (const unitsPerPage of [1, 3]) expect(await read(unitsPerPage)).toEqual(whole);
  });

  test("leaves drafts, previews and other judges’ ratings out", async () => {
    const { importId } = await makeRatingImport([
      { item: "E1", rater: "judge-a", score: 1 },
      { item: "E1", rater: "judge-b", score: 9 },
      { item: "E1", rater: "ann", score: 5 },
    ]);
    const columns = await readRatingColumns({ studyIds: [], importIds: [importId], judges: ["judge:judge-b"] });
    expect([...columns.score].sort()).toEqual([5, 9]);
    expect(await readRatingColumns({ studyIds: [], importIds: [], judges: [] })).toMatchObject({ raters: [] });
  });
});

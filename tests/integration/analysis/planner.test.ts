import { beforeEach, describe, expect, test } from "vitest";
import type { ItemOffer } from "#lib/domain/analysis/offers.ts";
import { SKIP_REASONS } from "#lib/domain/annotations/skip-reasons.ts";
import { SOTOPIA_DIMENSIONS } from "#lib/domain/dimensions/sotopia-dimensions.ts";
import { createAnalysis } from "#lib/operations/analysis/create-analysis.ts";
import { getView } from "#lib/operations/analysis/findings/get-view.ts";
import { planNextItems } from "#lib/operations/analysis/findings/plan-next-items.ts";
import { skipAssignment } from "#lib/operations/annotations/skip-assignment.ts";
import { createStudy } from "#lib/operations/studies/create-study.ts";
import { getStudy } from "#lib/operations/studies/get-study.ts";
import { drawStudyItems } from "#lib/operations/study-items/draw-study-items.ts";
import { listStudyItems } from "#lib/operations/study-items/list-study-items.ts";
import { readRatingColumns } from "#lib/store/analysis-columns.ts";
import { readDrawnFrames } from "#lib/store/analysis-frames.ts";
import { readStamp } from "#lib/store/analysis-stamp.ts";
import { makePerson, type UserActor } from "#tests/factories/people.ts";
import type { MadeRating } from "#tests/factories/rating-columns.ts";
import { makeRatingImport } from "#tests/factories/rating-import.ts";
import { makeEpisodes } from "#tests/factories/study.ts";
import { claim, makeStudyWithPeople } from "#tests/factories/visits.ts";
import { submitNext } from "#tests/integration/studies/support.ts";
import { withTestDatabase } from "#tests/support/database.ts";

const database = withTestDatabase();

/** 24 episodes that the judge scored 1 (8 of them), 5 (8) or 9 (8); people rated the first two of each. */
const SCORES = [1, 5, 9];
const PER_BAND = 8;
const RATED = 2;

let researcher: UserActor;
let analysisId: string;
let bands: string[][];

beforeEach(async () => {
  researcher = (await makePerson("researcher")).actor;
  const episodeIds = await makeEpisodes(SCORES.length * PER_BAND);
  bands = SCORES.map((_, band) => episodeIds.slice(band * PER_BAND, (band + 1) * PER_BAND));
  const ratings: MadeRating[] = bands.flatMap((ids, band) =>
    ids.flatMap((id, place) => {
      const item = `telltale-source-${id}`;
      const judge = { item, rater: "judge-4", score: SCORES[band] as number };
      return place < RATED ? [judge, { item, rater: "ann", score: 2 + band + 3 * place }] : [judge];
    }),
  );
  await database.db.episode.updateMany({ data: { agent1Policy: "tuned", agent2Policy: "partner" } });
  const { importId } = await makeRatingImport(ratings, { createdById: researcher.userId });
  const question = {
    importIds: [importId],
    judges: ["judge:judge-4"],
    policies: [{ label: "Tuned", names: ["tuned"] }],
  };
  ({ analysisId } = await createAnalysis(researcher, { name: "Does it overrate?", question }));
});

const design = {
  name: "More",
  guidelinesVersion: "1",
  consentText: "You agree that we keep what you rate and write. Write to {contact}.",
  dimensions: [...SOTOPIA_DIMENSIONS],
};

describe("what the planner asks for next", () => {
  test("becomes a draft whose items keep their strata and the chances that the planner shows", async () => {
    const { finding } = await getView(researcher, { analysisId, view: "planner" });
    const rows = finding.byDimension[0]!.allocation;
    expect(rows.map(({ band, available, have }) => [band.from, available, have])).toEqual([
      [0, 8, 2],
      [4, 8, 2],
      [7, 8, 2],
    ]);
    const { plan, name } = await planNextItems(researcher, { analysisId, dimension: "goal" });
    expect(name).toContain("Does it overrate?");
    const { studyId, itemCount } = await createStudy(researcher, { design, plan });
    expect(itemCount).toBe(rows.reduce((sum, row) => sum + row.next, 0));
    const { items } = await listStudyItems(researcher, { studyId, limit: 200 });
    for (const [band, row] of rows.entries()) {
      const own = items.filter(({ stratum }) => stratum === `Tuned, judge ${row.band.from} to ${row.band.to}`);
      expect(own.length).toBe(row.next);
      for (const { episodeId, inclusionProbability } of own) {
        expect(bands[band]!.slice(RATED)).toContain(episodeId);
        expect(inclusionProbability).toBeCloseTo(row.inclusionProbability!, 12);
      }
    }
    // The record holds the strata, so the same draw can be made again.
    const study = await getStudy(researcher, { studyId });
    const [draw] = study.sampling.draws;
    expect(draw?.plan).toMatchObject({ kind: "strata", origin: expect.stringContaining("version 1") });
    await drawStudyItems(researcher, { studyId, plan: draw!.plan });
    const again = await listStudyItems(researcher, { studyId, limit: 200 });
    expect(again.items.map(({ episodeId }) => episodeId)).toEqual(items.map(({ episodeId }) => episodeId));
  });

  test("stays the frame of the draw: what the study could have taken", async () => {
    const { plan } = await planNextItems(researcher, { analysisId, dimension: "goal" });
    const { studyId, itemCount } = await createStudy(researcher, { design, plan });
    const [frame] = await readDrawnFrames([studyId]);
    const rest = bands.flatMap((ids) => ids.slice(RATED)).map((id) => `telltale-source-${id}`);
    expect(frame).toMatchObject({ sourceId: studyId, isKnown: true });
    expect([...new Set(frame!.itemKeys)].sort()).toEqual(rest.sort());
    expect(frame!.drawn).toHaveLength(itemCount);
  });

  test("is refused with a sentence where there is nothing to draw", async () => {
    const nothing = planNextItems(researcher, { analysisId, dimension: "secret" });
    await expect(nothing).rejects.toMatchObject({
      code: "INVALID",
      message: expect.stringContaining("no further items"),
    });
  });
});

describe("what people finished", () => {
  test("is counted of what a study gave them", async () => {
    const { study, first, second } = await makeStudyWithPeople({
      items: 2,
      annotationsPerItem: 2,
      itemsPerAnnotator: 2,
    });
    await submitNext(first, study);
    await skipAssignment(first, { assignmentId: await claim(first), reason: SKIP_REASONS[0] });
    const assignmentId = await claim(second);
    const sources = { studyIds: [study.studyId], importIds: [], judges: [] };
    const before = await readStamp(sources);
    await database.db.assignment.update({
      where: { id: assignmentId },
      data: { state: "expired", endedAt: new Date(), leaseUntil: null },
    });
    // Nothing was rated, but an analysis has to look again.
    expect(await readStamp(sources)).not.toEqual(before);
    const { offers } = await readRatingColumns(sources);
    const sum = (of: (offer: ItemOffer) => number) => offers!.reduce((total, offer) => total + of(offer), 0);
    expect(offers!.map(({ episodeId }) => episodeId).sort()).toEqual([...study.episodeIds].sort());
    expect([sum((o) => o.given), sum((o) => o.submitted), sum((o) => o.returned), sum((o) => o.timedOut)]).toEqual([
      3, 1, 1, 1,
    ]);
    expect((await readRatingColumns({ ...sources, studyIds: [] })).offers).toEqual([]);
  });
});

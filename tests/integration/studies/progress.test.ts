import { describe, expect, it } from "vitest";
import { ANONYMOUS, systemActor } from "#lib/domain/access/actor.ts";
import type { EpisodeDocument } from "#lib/domain/episodes/episode.ts";
import { skipAssignment } from "#lib/operations/annotations/skip-assignment.ts";
import { createPersonalLinks } from "#lib/operations/personal-links/create-personal-links.ts";
import { listPersonalLinks } from "#lib/operations/personal-links/list-personal-links.ts";
import { revokePersonalLink } from "#lib/operations/personal-links/revoke-personal-link.ts";
import { createStudy } from "#lib/operations/studies/create-study.ts";
import { getStudyProgress } from "#lib/operations/studies/get-study-progress.ts";
import { launchStudy } from "#lib/operations/studies/launch-study.ts";
import { startPreview } from "#lib/operations/studies/start-preview.ts";
import { excludeAnnotation } from "#lib/operations/study-ratings/exclude-annotation.ts";
import { excludeAnnotator } from "#lib/operations/study-ratings/exclude-annotator.ts";
import { getDimensionDistributions } from "#lib/operations/study-ratings/get-dimension-distributions.ts";
import { getItemRatings } from "#lib/operations/study-ratings/get-item-ratings.ts";
import { includeAnnotation } from "#lib/operations/study-ratings/include-annotation.ts";
import { includeAnnotator } from "#lib/operations/study-ratings/include-annotator.ts";
import { listStudyAnnotators } from "#lib/operations/study-ratings/list-study-annotators.ts";
import { listStudyRatings } from "#lib/operations/study-ratings/list-study-ratings.ts";
import { enterStudy } from "#lib/operations/visits/enter-study.ts";
import { expireLeases } from "#lib/operations/visits/expire-leases.ts";
import { makeStudy } from "#tests/factories/study.ts";
import { claim, enter, makeReadyAnnotators, runOutLease } from "#tests/factories/visits.ts";
import { withTestDatabase } from "#tests/support/database.ts";
import { aDesign, asMadeStudy, makeDraft, makeResearcher, refusal, submitNext } from "./support.ts";

const database = withTestDatabase();

async function aRunningStudy() {
  const { actor } = await makeResearcher(0);
  const study = await makeStudy({
    items: 3,
    annotationsPerItem: 2,
    itemsPerAnnotator: 3,
    columns: { rewardMinor: 600 },
  });
  const people = await makeReadyAnnotators(study, 3);
  return { actor, study, people: people as [(typeof people)[0], (typeof people)[0], (typeof people)[0]] };
}

describe("progress", () => {
  it("counts items, annotations, leases, time-outs, skips and arrivals as their rows are", async () => {
    const { actor, study, people } = await aRunningStudy();
    const [first, second, third] = people;
    await submitNext(first, study);
    await submitNext(first, study);
    await submitNext(second, study);
    const skipped = await claim(second);
    await skipAssignment(second, { assignmentId: skipped, reason: "upsetting", note: "Too close to home." });
    await claim(second);
    await runOutLease(await claim(third));
    await expireLeases(systemActor("test"), {});
    const { progress } = await getStudyProgress(actor, { studyId: study.studyId });
    const [counted] = await database.db.$queryRaw<{ complete: number; begun: number; untouched: number }[]>`
      SELECT count(*) FILTER (WHERE n >= 2)::int AS complete, count(*) FILTER (WHERE n < 2 AND (n > 0 OR held > 0))::int AS begun,
        count(*) FILTER (WHERE n = 0 AND held = 0)::int AS untouched
      FROM (SELECT i.id, count(*) FILTER (WHERE s.state = 'filled') AS n, count(*) FILTER (WHERE s.state = 'held') AS held
        FROM study_items i JOIN slots s ON s.study_item_id = i.id GROUP BY i.id) x`;
    expect(progress.items).toEqual({ total: 3, ...counted });
    expect(progress.annotations).toEqual({ wanted: 6, submitted: 3, extra: 0, excluded: 0, drafts: 0 });
    expect(progress.leases).toHaveLength(1);
    expect(progress.atWork).toBe(1);
    expect(progress.leases[0]?.secondsLeft).toBeGreaterThan(60);
    expect(progress.timeouts).toBe(1);
    expect(progress.skips).toEqual([{ reason: "upsetting", count: 1, notes: ["Too close to home."] }]);
    expect(progress.arrivals).toEqual({ total: 3, open: 3, byOutcome: [] });
    expect(progress.timing).toEqual({ n: 3, medianMs: 60_000, p90Ms: 60_000 });
    expect(progress.pay).toEqual({ n: 0, medianMinutes: null, hourlyMinor: null });
  });

  it("counts everybody at work, also where the list of them is cut", async () => {
    const { actor } = await makeResearcher(0);
    const study = await makeStudy({ items: 52, annotationsPerItem: 2 });
    for (const person of await makeReadyAnnotators(study, 103)) await claim(person);
    const { progress } = await getStudyProgress(actor, { studyId: study.studyId });
    expect(progress.leases).toHaveLength(100);
    expect(progress.atWork).toBe(103);
  });

  it("tells outcomes and what completed visits earned by the hour", async () => {
    const { actor, study, people } = await aRunningStudy();
    const [first] = people;
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
    const { annotatorId, studyId, visitId } = first;
    await database.db.visit.update({ where: { id: visitId }, data: { enteredAt: ago(30) } });
    // Two days before they came in a pause, and were turned away.
    const away = { outcome: "came_in_pause", enteredAt: ago(2880), endedAt: ago(2880) } as const;
    await database.db.visit.create({ data: { studyId, annotatorId, sessionKey: "away", ...away } });
    await database.db.annotator.update({ where: { id: annotatorId }, data: { createdAt: away.enteredAt } });
    for (let item = 0; item < 3; item += 1) await submitNext(first, study);
    const { progress } = await getStudyProgress(actor, { studyId: study.studyId });
    expect(progress.arrivals).toMatchObject({ total: 4, open: 2 });
    expect(progress.arrivals.byOutcome).toHaveLength(2);
    expect(progress.arrivals.byOutcome).toContainEqual({ outcome: "completed", count: 1 });
    expect(progress.pay.n).toBe(1);
    expect(progress.pay.medianMinutes).toBeCloseTo(30, 0);
    expect(progress.pay.hourlyMinor).toBeGreaterThan(1150);
    expect(progress.pay.hourlyMinor).toBeLessThanOrEqual(1200);
    const { annotators } = await listStudyAnnotators(actor, { studyId: study.studyId });
    expect(annotators.find((row) => row.id === first.annotatorId)).toMatchObject({
      outcome: "completed",
      enteredAt: away.enteredAt,
      admittedAt: expect.toSatisfy((at: Date) => at > ago(31)),
      submitted: 3,
      medianActiveMs: 60_000,
    });
    expect(JSON.stringify(annotators)).not.toMatch(/personKey|participant/);
  });
});

describe("ratings", () => {
  it("say of no working time that it was not measured, where no script counted it", async () => {
    const { actor, study, people } = await aRunningStudy();
    await submitNext(people[0], study);
    await database.db.annotation.updateMany({ data: { activeMs: 0, activeMsByDimension: {}, signals: {} } });
    const { items } = await listStudyRatings(actor, { studyId: study.studyId });
    expect(items.flatMap(({ annotations }) => annotations.map(({ activeMs }) => activeMs))).toEqual([null]);
    const { annotators } = await listStudyAnnotators(actor, { studyId: study.studyId });
    expect(annotators.map(({ medianActiveMs }) => medianActiveMs)).toEqual(people.map(() => null));
  });

  it("stand side by side per item, with rationales and evidence, and are counted on every scale", async () => {
    const { actor, study, people } = await aRunningStudy();
    for (const person of people.slice(0, 2)) for (let item = 0; item < 3; item += 1) await submitNext(person, study);
    const { items } = await listStudyRatings(actor, { studyId: study.studyId });
    expect(items.map((item) => [item.position, item.annotations.length])).toEqual([
      [1, 2],
      [2, 2],
      [3, 2],
    ]);
    expect(items[0]?.annotations[0]?.ratings).toHaveLength(14);
    const detail = await getItemRatings(actor, { studyId: study.studyId, position: 2 });
    expect(detail).toMatchObject({ previousPosition: 1, nextPosition: 3, agentNames: ["Ada Holt", "Ben Marsh"] });
    const goal = detail.annotations[0]?.ratings.find((rating) => rating.dimension === "goal" && rating.agent === 2);
    expect(goal).toMatchObject({ score: 1, evidence: [1, 3] });
    expect(goal?.rationale).toContain("Goal");
    const distributions = await getDimensionDistributions(actor, { studyId: study.studyId });
    expect(distributions.map((entry) => entry.dimension)).toEqual(study.dimensions.map((dimension) => dimension.id));
    for (const { agents, min } of distributions)
      for (const agent of agents) {
        expect(agent.n).toBe(6);
        expect(agent.mean).toBe(min + 1);
        expect(agent.counts.find((entry) => entry.score === min + 1)?.count).toBe(6);
      }
    expect(detail.damage).toBeNull();
    const { document } = await database.db.episodeRecord.findUniqueOrThrow({ where: { episodeId: detail.episodeId } });
    const turns = [...(document as EpisodeDocument).turns.slice(0, 2), "leaves"];
    await database.db.episodeRecord.update({
      where: { episodeId: detail.episodeId },
      data: { document: { ...(document as EpisodeDocument), turns } },
    });
    const damaged = await getItemRatings(actor, { studyId: study.studyId, position: 2 });
    expect(damaged.document.turns).toEqual(detail.document.turns.slice(0, 2));
    expect(damaged).toMatchObject({ damage: "turns 3: An object is expected.", annotations: detail.annotations });
    expect((await refusal(getItemRatings(actor, { studyId: study.studyId, position: 9 }))).code).toBe("NOT_FOUND");
  });

  it("can be excluded with a reason and taken back in, both on record, and counts follow", async () => {
    const { actor, study, people } = await aRunningStudy();
    await submitNext(people[0], study);
    await submitNext(people[1], study);
    const { items } = await listStudyRatings(actor, { studyId: study.studyId });
    const { annotationId } = items[0]!.annotations[0]!;
    const episodeId = items[0]!.episodeId;
    const counted = async () =>
      (await database.db.episode.findUniqueOrThrow({ where: { id: episodeId } })).annotationCount;
    const submitted = async () => (await getStudyProgress(actor, { studyId: study.studyId })).progress.annotations;
    const before = await counted();
    expect((await refusal(excludeAnnotation(actor, { annotationId, reason: " " }))).code).toBe("INVALID");
    await excludeAnnotation(actor, { annotationId, reason: "Same sentence in all rationales" });
    await excludeAnnotation(actor, { annotationId, reason: "Pressed twice" });
    expect(await counted()).toBe(before - 1);
    expect(await submitted()).toMatchObject({ submitted: 1, excluded: 1 });
    const [goal] = (await getDimensionDistributions(actor, { studyId: study.studyId })).slice(-1);
    expect(goal?.agents[0]?.n).toBe(1);
    const shown = (await listStudyRatings(actor, { studyId: study.studyId })).items[0]?.annotations[0];
    expect(shown?.exclusion).toMatchObject({ reason: "Same sentence in all rationales", byId: actor.userId });
    await includeAnnotation(actor, { annotationId });
    expect(await counted()).toBe(before);
    expect(await submitted()).toMatchObject({ submitted: 2, excluded: 0 });
    const log = await database.db.auditEntry.findMany({ where: { subjectId: annotationId }, orderBy: { id: "asc" } });
    expect(log.map((entry) => entry.action)).toEqual(["annotations.exclude", "annotations.include"]);
  });
});

describe("an annotator", () => {
  it("can be excluded with everything submitted so far, and taken back in", async () => {
    const { actor, study, people } = await aRunningStudy();
    const [first, second] = people;
    for (let item = 0; item < 2; item += 1) await submitNext(first, study);
    await submitNext(second, study);
    const rows = async () => (await listStudyAnnotators(actor, { studyId: study.studyId })).annotators;
    const excludedBy = async () => (await rows()).map((row) => [row.submitted, row.excluded]).sort();
    const { annotatorId } = first;
    expect(await excludeAnnotator(actor, { annotatorId, reason: "Copied text" })).toMatchObject({ changed: 2 });
    expect(await excludeAnnotator(actor, { annotatorId, reason: "Again" })).toMatchObject({ changed: 0 });
    expect(await excludedBy()).toEqual([
      [0, 0],
      [1, 0],
      [2, 2],
    ]);
    await submitNext(first, study);
    expect(await includeAnnotator(actor, { annotatorId })).toMatchObject({ changed: 2 });
    expect(await database.db.annotation.count({ where: { excludedAt: { not: null } } })).toBe(0);
    const counts = await database.db.episode.aggregate({ _sum: { annotationCount: true } });
    expect(counts._sum.annotationCount).toBe(4);
    const nothing = excludeAnnotator(actor, { annotatorId: people[2].annotatorId, reason: "Nothing there" });
    expect((await refusal(nothing)).code).toBe("NOT_FOUND");
  });
});

describe("personal links", () => {
  it("let one person in each, until they are revoked", async () => {
    const { actor } = await makeResearcher(1);
    const { studyId } = await makeDraft(actor);
    const { links } = await createPersonalLinks(actor, { studyId, labels: ["Ada", "Ben"] });
    await launchStudy(actor, { studyId });
    const study = await asMadeStudy(studyId);
    const come = (token: string) =>
      enterStudy(ANONYMOUS, { entryToken: study.entryToken, personalToken: token, device: "desktop" });
    const first = await come(links[0]!.token);
    expect((await come(links[0]!.token)).annotatorId).toBe(first.annotatorId);
    expect((await come(links[1]!.token)).annotatorId).not.toBe(first.annotatorId);
    const listed = await listPersonalLinks(actor, { studyId });
    expect(listed.links.map((link) => [link.label, link.annotator?.stage])).toEqual([
      ["Ada", "consent"],
      ["Ben", "consent"],
    ]);
    await revokePersonalLink(actor, { linkId: links[0]!.id });
    expect((await refusal(come(links[0]!.token))).code).toBe("NOT_FOUND");
    expect((await refusal(revokePersonalLink(actor, { linkId: links[0]!.id }))).code).toBe("NOT_FOUND");
  });

  it("are not made for a panel’s study", async () => {
    const { actor } = await makeResearcher(1);
    const { studyId } = await makeDraft(actor, { design: { panelKind: "generic" } });
    expect((await refusal(createPersonalLinks(actor, { studyId, labels: ["Ada"] }))).code).toBe("CONFLICT");
  });
});

describe("a preview", () => {
  it("walks through a draft and takes nothing from it: no slot, no count, no arrival, no annotator", async () => {
    const { actor } = await makeResearcher(2);
    const { studyId } = await makeDraft(actor, { design: { itemsPerAnnotator: 2 } });
    const visit = await startPreview(actor, { studyId });
    const study = await asMadeStudy(studyId);
    const me = { kind: "annotator", annotatorId: visit.annotatorId, studyId, visitId: visit.visitId } as const;
    await database.db.annotator.update({ where: { id: me.annotatorId }, data: { stage: "rating" } });
    await submitNext(me, study);
    await submitNext(me, study);
    const { progress } = await getStudyProgress(actor, { studyId });
    expect(progress.items).toEqual({ total: 2, complete: 0, begun: 0, untouched: 2 });
    expect(progress.annotations.submitted).toBe(0);
    expect(progress.arrivals.total).toBe(0);
    expect(progress.timing.n).toBe(0);
    expect((await listStudyAnnotators(actor, { studyId })).annotators).toEqual([]);
    expect((await listStudyRatings(actor, { studyId })).items).toEqual([]);
    const [distribution] = await getDimensionDistributions(actor, { studyId });
    expect(distribution?.agents[0]?.n).toBe(0);
    expect(await database.db.episode.aggregate({ _sum: { annotationCount: true } })).toEqual({
      _sum: { annotationCount: 0 },
    });
  });

  it("of a launched study leaves every place to annotators, and starts again from the beginning", async () => {
    const { actor } = await makeResearcher(0);
    const study = await makeStudy({ items: 1, annotationsPerItem: 1 });
    const first = await startPreview(actor, { studyId: study.studyId });
    const me = {
      kind: "annotator",
      annotatorId: first.annotatorId,
      studyId: study.studyId,
      visitId: first.visitId,
    } as const;
    await database.db.annotator.update({ where: { id: me.annotatorId }, data: { stage: "rating" } });
    await claim(me);
    expect(await database.db.slot.count({ where: { state: "open" } })).toBe(1);
    const person = await enter(study, 1);
    await database.db.annotator.update({ where: { id: person.annotatorId }, data: { stage: "rating" } });
    await submitNext(person, study);
    const again = await startPreview(actor, { studyId: study.studyId });
    expect(again.annotatorId).not.toBe(first.annotatorId);
    expect(await database.db.annotator.count({ where: { isPreview: true } })).toBe(1);
  });

  it("is gone at launch, and a study without items has none", async () => {
    const { actor } = await makeResearcher(1);
    const { studyId } = await makeDraft(actor);
    await startPreview(actor, { studyId });
    await launchStudy(actor, { studyId });
    expect(await database.db.annotator.count()).toBe(0);
    const bare = await createStudy(actor, { design: aDesign() });
    expect((await refusal(startPreview(actor, bare))).message).toMatch(/no items yet/);
  });
});

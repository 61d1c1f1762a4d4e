import { describe, expect, it } from "vitest";
import { ANONYMOUS } from "#lib/domain/access/actor.ts";
import { CODED_OUTCOMES } from "#lib/domain/studies/outcomes.ts";
import { getAssignment } from "#lib/operations/annotations/get-assignment.ts";
import { createLinksForPassed } from "#lib/operations/personal-links/create-links-for-passed.ts";
import { createPersonalLinks } from "#lib/operations/personal-links/create-personal-links.ts";
import { listPersonalLinks } from "#lib/operations/personal-links/list-personal-links.ts";
import { revokePersonalLink } from "#lib/operations/personal-links/revoke-personal-link.ts";
import { cloneStudy } from "#lib/operations/studies/clone-study.ts";
import { closeStudy } from "#lib/operations/studies/close-study.ts";
import { createStudy } from "#lib/operations/studies/create-study.ts";
import { deleteDraft } from "#lib/operations/studies/delete-draft.ts";
import { getStudy } from "#lib/operations/studies/get-study.ts";
import { launchStudy } from "#lib/operations/studies/launch-study.ts";
import { listStudies } from "#lib/operations/studies/list-studies.ts";
import { pauseStudy } from "#lib/operations/studies/pause-study.ts";
import { raiseAnnotationsPerItem } from "#lib/operations/studies/raise-annotations-per-item.ts";
import { resumeStudy } from "#lib/operations/studies/resume-study.ts";
import { updateStudy } from "#lib/operations/studies/update-study.ts";
import { addItems } from "#lib/operations/study-items/add-items.ts";
import { drawStudyItems } from "#lib/operations/study-items/draw-study-items.ts";
import { markPilotPassed } from "#lib/operations/study-ratings/mark-pilot-passed.ts";
import { enterStudy } from "#lib/operations/visits/enter-study.ts";
import { getVisit } from "#lib/operations/visits/get-visit.ts";
import { findExportedStudy } from "#lib/store/study-export.ts";
import { makePerson } from "#tests/factories/people.ts";
import { makeEpisodes } from "#tests/factories/study.ts";
import { claim, enter, makeReadyAnnotators } from "#tests/factories/visits.ts";
import { withTestDatabase } from "#tests/support/database.ts";
import { aDesign, asMadeStudy, makeDraft, makeResearcher, refusal, submitNext } from "./support.ts";

const database = withTestDatabase();

describe("a draft", () => {
  it("is made with its items, scales, codes and an entry link nobody can guess, and the log tells who made it", async () => {
    const { actor } = await makeResearcher(3);
    const { studyId, itemCount } = await makeDraft(actor);
    expect(itemCount).toBe(3);
    const study = await getStudy(actor, { studyId });
    expect(study).toMatchObject({
      state: "draft",
      itemCount: 3,
      designHash: "",
      consentVersion: expect.stringMatching(/^custom-/),
    });
    expect(study.design.dimensions.map((dimension) => dimension.symbol)).toEqual([
      "BEL",
      "REL",
      "KNO",
      "SEC",
      "SOC",
      "FIN",
      "GOAL",
    ]);
    expect(study.entryToken).toMatch(/^[\w-]{22,}$/);
    expect(new Set(study.codes.map(({ code }) => code)).size).toBe(CODED_OUTCOMES.length);
    const log = await database.db.auditEntry.findMany({ where: { subjectId: studyId } });
    expect(log.map((entry) => [entry.action, entry.actorId])).toEqual([["studies.create", actor.userId]]);
  });

  it("takes another design and other items, and forgets previews made under the old one", async () => {
    const { actor, episodeIds } = await makeResearcher(3);
    const { studyId } = await makeDraft(actor);
    await updateStudy(actor, {
      studyId,
      design: aDesign({ minutesPerItem: 20, dimensions: [aDesign().dimensions[6]!] }),
    });
    await drawStudyItems(actor, { studyId, plan: { kind: "ids", ids: [episodeIds[1]!] } });
    const study = await getStudy(actor, { studyId });
    expect(study.design.minutesPerItem).toBe(20);
    expect(study.design.dimensions.map((dimension) => dimension.id)).toEqual(["goal"]);
    expect(study.itemCount).toBe(1);
    expect(study.sampling.draws).toHaveLength(1);
  });

  it("can be deleted, a launched study cannot", async () => {
    const { actor } = await makeResearcher();
    const first = await makeDraft(actor);
    await deleteDraft(actor, first);
    expect((await refusal(getStudy(actor, first))).code).toBe("NOT_FOUND");
    expect(await database.db.episode.count()).toBe(4);
    const second = await makeDraft(actor);
    await launchStudy(actor, second);
    expect((await refusal(deleteDraft(actor, second))).message).toMatch(/stays on record/);
  });

  it("is not made at all when nothing matches, or when its design is wrong", async () => {
    const { actor } = await makeResearcher();
    const nothing = await refusal(makeDraft(actor, { plan: { kind: "ids", ids: ["no-such-id"] } }));
    expect(nothing.details.issues?.[0]?.path).toBe("plan");
    const wrong = await refusal(createStudy(actor, { design: aDesign({ name: " ", annotationsPerItem: 0 }) }));
    expect(wrong.details.issues?.map((issue) => issue.path)).toEqual(["design.name", "design.annotationsPerItem"]);
    expect(await database.db.study.count()).toBe(0);
  });

  it("shows entry link and codes to those who run studies only", async () => {
    const { actor } = await makeResearcher();
    const { studyId } = await makeDraft(actor);
    const { actor: analyst } = await makePerson("analyst");
    expect(await getStudy(analyst, { studyId })).toMatchObject({ entryToken: null, codes: [] });
    expect((await refusal(launchStudy(analyst, { studyId }))).code).toBe("FORBIDDEN");
    expect((await refusal(makeDraft(analyst))).code).toBe("FORBIDDEN");
  });
});

describe("launching", () => {
  it("makes one slot for each annotation, fingerprints the design and lets annotators in", async () => {
    const { actor } = await makeResearcher(3);
    const { studyId } = await makeDraft(actor, { design: { annotationsPerItem: 2, panelKind: "generic" } });
    const { designHash } = await launchStudy(actor, { studyId });
    expect(designHash).toMatch(/^[0-9a-f]{64}$/);
    const slots = await database.db.slot.groupBy({
      by: ["studyItemId"],
      where: { studyId, state: "open" },
      _count: true,
    });
    expect(slots.map((slot) => slot._count)).toEqual([2, 2, 2]);
    expect(await getStudy(actor, { studyId })).toMatchObject({ state: "running", designHash });
    const study = await asMadeStudy(studyId);
    await expect(enter(study, 1)).resolves.toMatchObject({ kind: "annotator", studyId });
    const log = await database.db.auditEntry.findMany({ where: { subjectId: studyId, action: "studies.launch" } });
    expect(log[0]?.after).toMatchObject({ designHash, items: 3, annotationsPerItem: 2 });
  });

  it("freezes everything: neither operations nor SQL change design or scales afterwards", async () => {
    const { actor } = await makeResearcher();
    const { studyId } = await makeDraft(actor);
    await launchStudy(actor, { studyId });
    expect((await refusal(updateStudy(actor, { studyId, design: aDesign({ minutesPerItem: 3 }) }))).code).toBe(
      "CONFLICT",
    );
    const redraw = drawStudyItems(actor, { studyId, plan: { kind: "filter", filter: {} } });
    expect((await refusal(redraw)).code).toBe("CONFLICT");
    const { db } = database;
    for (const data of [
      { minutesPerItem: 3 },
      { consentText: "Other." },
      { seed: 9 },
      { annotationsPerItem: 1 },
      { hasPractice: false },
    ])
      await expect(db.study.update({ where: { id: studyId }, data }), JSON.stringify(data)).rejects.toThrow(/frozen/);
    await expect(db.studyDimension.updateMany({ where: { studyId }, data: { max: 12 } })).rejects.toThrow(/frozen/);
    await expect(db.studyDimension.deleteMany({ where: { studyId } })).rejects.toThrow(/frozen/);
  });

  it("is refused with every blocker named, and changes nothing", async () => {
    const { actor } = await makeResearcher();
    const { studyId } = await createStudy(actor, { design: aDesign({ contact: "", panelKind: "prolific" }) });
    const refused = await refusal(launchStudy(actor, { studyId }));
    expect(refused.details.issues?.map((issue) => issue.path).sort()).toEqual(["contact", "items", "panel"]);
    expect((await getStudy(actor, { studyId })).state).toBe("draft");
    expect(await database.db.slot.count()).toBe(0);
  });

  it("happens once, also when two people press at the same moment", async () => {
    const { actor } = await makeResearcher();
    const { studyId } = await makeDraft(actor);
    const tries = await Promise.allSettled([1, 2, 3].map(() => launchStudy(actor, { studyId })));
    expect(tries.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect(await database.db.slot.count()).toBe(8);
  });

  it("asks a named pilot to have been launched, and admits only who passed it", async () => {
    const { actor, episodeIds } = await makeResearcher(2);
    const pilot = await makeDraft(actor, {
      design: { name: "Try-out", kind: "pilot", panelKind: "generic", itemsPerAnnotator: 1 },
      plan: { kind: "ids", ids: [episodeIds[0]!] },
    });
    const official = await makeDraft(actor, { design: { panelKind: "generic", qualifyingStudyId: pilot.studyId } });
    expect((await refusal(launchStudy(actor, official))).message).toMatch(/pilot “Try-out” has not been launched/);
    await launchStudy(actor, pilot);
    await launchStudy(actor, official);
    const pilotStudy = await asMadeStudy(pilot.studyId);
    const person = await enter(pilotStudy, 1);
    await database.db.annotator.update({ where: { id: person.annotatorId }, data: { stage: "rating" } });
    await submitNext(person, pilotStudy);
    const study = await asMadeStudy(official.studyId);
    const outcomeOf = async (number: number) => {
      const { visitId } = await enter(study, number, { session: 50 + number });
      return (await database.db.visit.findUniqueOrThrow({ where: { id: visitId } })).outcome;
    };
    expect(await outcomeOf(1)).toBeNull();
    expect(await outcomeOf(2)).toBe("not_qualified");
    expect((await getStudy(actor, official)).pilot).toMatchObject({ name: "Try-out", isLaunched: true, passed: 1 });
  });
});

describe("a study without a panel that asks for a pilot", () => {
  it("gets links for those who passed in one step: the same people, and nobody else", async () => {
    const { actor, episodeIds } = await makeResearcher(2);
    const pilot = await makeDraft(actor, {
      design: { name: "Try-out", kind: "pilot", itemsPerAnnotator: 1, annotationsPerItem: 3, hasPractice: false },
      plan: { kind: "ids", ids: [episodeIds[0]!] },
    });
    const official = await makeDraft(actor, { design: { qualifyingStudyId: pilot.studyId } });
    await launchStudy(actor, pilot);
    await launchStudy(actor, official);
    const { links } = await createPersonalLinks(actor, { studyId: pilot.studyId, labels: ["Ann", "Bob", "Cleo"] });
    const pilotStudy = await asMadeStudy(pilot.studyId);
    const come = (study: { entryToken: string }, token: string) =>
      enterStudy(ANONYMOUS, { entryToken: study.entryToken, personalToken: token, device: "desktop" });
    const rate = async (token: string) => {
      const person = { kind: "annotator" as const, ...(await come(pilotStudy, token)) };
      await database.db.annotator.update({ where: { id: person.annotatorId }, data: { stage: "rating" } });
      await submitNext(person, pilotStudy);
    };
    await rate(links[0]!.token);
    await come(pilotStudy, links[1]!.token);
    expect(await listPersonalLinks(actor, official)).toMatchObject({ links: [], passedWithoutLink: 1 });
    expect((await refusal(createPersonalLinks(actor, { ...official, labels: ["Dora"] }))).code).toBe("CONFLICT");
    expect((await refusal(createLinksForPassed(actor, pilot))).code).toBe("CONFLICT");
    expect(await createLinksForPassed(actor, official)).toEqual({ made: 1 });
    await rate(links[2]!.token);
    expect(await createLinksForPassed(actor, official)).toEqual({ made: 1 });
    expect(await createLinksForPassed(actor, official)).toEqual({ made: 0 });
    const made = (await listPersonalLinks(actor, official)).links;
    expect(made.map(({ label }) => label)).toEqual([
      expect.stringMatching(/^Ann \(A-\w+ in the pilot\)$/),
      expect.stringMatching(/^Cleo \(A-\w+ in the pilot\)$/),
    ]);
    const study = await asMadeStudy(official.studyId);
    const ann = await come(study, made[0]!.token);
    expect(await database.db.visit.findUniqueOrThrow({ where: { id: ann.visitId } })).toMatchObject({ outcome: null });
    // A link that was lost is made anew, and leads to the same place.
    await revokePersonalLink(actor, { linkId: made[0]!.id });
    expect(await createLinksForPassed(actor, official)).toEqual({ made: 1 });
    const again = (await listPersonalLinks(actor, official)).links.find(
      ({ label, revokedAt }) => label.startsWith("Ann") && !revokedAt,
    );
    expect((await come(study, again!.token)).annotatorId).toBe(ann.annotatorId);
    await markPilotPassed(actor, {
      annotatorId: (await database.db.annotator.findFirstOrThrow({ where: { personalLink: { label: "Cleo" } } })).id,
      isPassed: false,
    });
    const cleo = await come(study, made[1]!.token);
    expect(await database.db.visit.findUniqueOrThrow({ where: { id: cleo.visitId } })).toMatchObject({
      outcome: "not_qualified",
    });
  });
});

describe("after launch", () => {
  it("pauses, goes on and closes, each from its own states", async () => {
    const { actor } = await makeResearcher();
    const { studyId } = await makeDraft(actor);
    expect((await refusal(pauseStudy(actor, { studyId }))).code).toBe("CONFLICT");
    await launchStudy(actor, { studyId });
    await pauseStudy(actor, { studyId });
    expect((await getStudy(actor, { studyId })).state).toBe("paused");
    await resumeStudy(actor, { studyId });
    await closeStudy(actor, { studyId });
    const closed = await getStudy(actor, { studyId });
    expect(closed.state).toBe("closed");
    expect(closed.closedAt).toBeInstanceOf(Date);
    for (const step of [pauseStudy, resumeStudy, closeStudy, launchStudy])
      expect((await refusal(step(actor, { studyId }))).code).toBe("CONFLICT");
    const actions = await database.db.auditEntry.findMany({ where: { subjectId: studyId }, orderBy: { id: "asc" } });
    expect(actions.map((entry) => entry.action)).toEqual([
      "studies.create",
      "studies.launch",
      "studies.pause",
      "studies.resume",
      "studies.close",
    ]);
  });

  it("takes more items and more annotations per item, never fewer, and keeps what was done", async () => {
    const { actor } = await makeResearcher(2);
    const { studyId } = await makeDraft(actor, { design: { annotationsPerItem: 1, itemsPerAnnotator: 10 } });
    await launchStudy(actor, { studyId });
    const study = await asMadeStudy(studyId);
    const [person] = await makeReadyAnnotators(study, 1);
    await submitNext(person!, study);
    const more = await makeEpisodes(2);
    const added = await addItems(actor, {
      studyId,
      plan: { kind: "ids", ids: [...more, study.episodeIds[0]!, "nobody"] },
    });
    expect(added).toMatchObject({ added: 2, alreadyIn: 1, unknownIds: ["nobody"] });
    expect(await raiseAnnotationsPerItem(actor, { studyId, annotationsPerItem: 3 })).toEqual({ slotsAdded: 8 });
    expect((await refusal(raiseAnnotationsPerItem(actor, { studyId, annotationsPerItem: 2 }))).code).toBe("INVALID");
    expect(await database.db.slot.count({ where: { studyId } })).toBe(12);
    expect(await database.db.slot.count({ where: { studyId, state: "filled" } })).toBe(1);
    const positions = await database.db.studyItem.findMany({ where: { studyId }, orderBy: { position: "asc" } });
    expect(positions.map((item) => item.position)).toEqual([1, 2, 3, 4]);
    const study2 = await asMadeStudy(studyId);
    const [second] = await makeReadyAnnotators(study2, 1);
    for (let item = 0; item < 4; item += 1) await submitNext(second!, study2);
  });

  it("keeps what a dimension of its own teaches: for the guidelines and the export, not on the rating form", async () => {
    const { actor } = await makeResearcher(2);
    const example = {
      situation: "She tells him that his soup is cold.",
      score: 1,
      rationale: "She says it in turn 2 with a joke at her own cost.",
      why: "It names the turn and what softens it.",
    };
    const tact = {
      ...{
        id: "tact",
        symbol: "TACT",
        name: "Tact",
        question: "How gently was it said?",
        direction: "",
        min: 0,
        max: 2,
      },
      description: "How it is said counts, not what.",
      bands: [{ from: 0, to: 2, name: "any", meaning: "Whatever it was." }],
      hue: "rel" as const,
      examples: { good: [example], poor: [] },
    };
    const { studyId } = await makeDraft(actor, { design: { dimensions: [tact], hasPractice: false } });
    await launchStudy(actor, { studyId });
    expect((await getStudy(actor, { studyId })).design.dimensions).toEqual([tact]);
    const study = await asMadeStudy(studyId);
    const [person] = await makeReadyAnnotators(study, 1);
    expect((await getVisit(person!, {})).study.dimensions).toEqual([tact]);
    const { dimensions } = await getAssignment(person!, { assignmentId: await claim(person!) });
    const { description: _description, examples: _examples, ...scale } = tact;
    expect(dimensions).toEqual([{ ...scale, bands: [{ from: 0, to: 2, name: "any" }] }]);
    expect((await findExportedStudy(studyId))?.dimensions).toEqual([tact]);
  });

  it("is cloned into a draft with new links and codes, with its items or without", async () => {
    const { actor } = await makeResearcher(2);
    const { studyId } = await makeDraft(actor, {
      design: { panelKind: "prolific", panelStudyId: "abc", minutesPerItem: 17 },
    });
    await launchStudy(actor, { studyId });
    const source = await getStudy(actor, { studyId });
    const clone = await getStudy(actor, await cloneStudy(actor, { studyId, name: "Second round" }));
    expect(clone).toMatchObject({ state: "draft", itemCount: 2, clonedFromId: studyId, designHash: "" });
    expect(clone.design).toEqual({ ...source.design, name: "Second round", panelStudyId: "" });
    expect(clone.entryToken).not.toBe(source.entryToken);
    const codes = new Set(source.codes.map(({ code }) => code));
    expect(clone.codes.some(({ code }) => codes.has(code))).toBe(false);
    const bare = await getStudy(actor, await cloneStudy(actor, { studyId, withItems: false }));
    expect(bare).toMatchObject({ itemCount: 0, sampling: { draws: [] } });
    expect(bare.design.name).toBe("Pier talk (copy)");
  });

  it("is listed newest first, page by page, with what is in and what is wanted", async () => {
    const { actor } = await makeResearcher(2);
    const first = await makeDraft(actor, { design: { name: "First", annotationsPerItem: 3 } });
    await launchStudy(actor, first);
    const study = await asMadeStudy(first.studyId);
    const [person] = await makeReadyAnnotators(study, 1);
    await submitNext(person!, study);
    await makeDraft(actor, { design: { name: "Second" } });
    const page = await listStudies(actor, { limit: 1 });
    expect(page.studies.map((row) => row.name)).toEqual(["Second"]);
    const rest = await listStudies(actor, { limit: 1, after: page.next });
    expect(rest.studies).toMatchObject([{ name: "First", itemCount: 2, wanted: 6, submitted: 1, annotatorCount: 1 }]);
    expect(rest.next).toBeNull();
  });
});

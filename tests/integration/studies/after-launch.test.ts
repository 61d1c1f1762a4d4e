import { describe, expect, it } from "vitest";
import { ANONYMOUS } from "#lib/domain/access/actor.ts";
import { getAssignment } from "#lib/operations/annotations/get-assignment.ts";
import { createLinksForPassed } from "#lib/operations/personal-links/create-links-for-passed.ts";
import { createPersonalLinks } from "#lib/operations/personal-links/create-personal-links.ts";
import { listPersonalLinks } from "#lib/operations/personal-links/list-personal-links.ts";
import { revokePersonalLink } from "#lib/operations/personal-links/revoke-personal-link.ts";
import { cloneStudy } from "#lib/operations/studies/clone-study.ts";
import { closeStudy } from "#lib/operations/studies/close-study.ts";
import { getStudy } from "#lib/operations/studies/get-study.ts";
import { launchStudy } from "#lib/operations/studies/launch-study.ts";
import { listStudies } from "#lib/operations/studies/list-studies.ts";
import { pauseStudy } from "#lib/operations/studies/pause-study.ts";
import { raiseAnnotationsPerItem } from "#lib/operations/studies/raise-annotations-per-item.ts";
import { resumeStudy } from "#lib/operations/studies/resume-study.ts";
import { addItems } from "#lib/operations/study-items/add-items.ts";
import { markPilotPassed } from "#lib/operations/study-ratings/mark-pilot-passed.ts";
import { enterStudy } from "#lib/operations/visits/enter-study.ts";
import { getVisit } from "#lib/operations/visits/get-visit.ts";
import { findExportedStudy } from "#lib/store/study-export.ts";
import { makeEpisodes } from "#tests/factories/study.ts";
import { claim, makeReadyAnnotators } from "#tests/factories/visits.ts";
import { withTestDatabase } from "#tests/support/database.ts";
import { asMadeStudy, makeDraft, makeResearcher, refusal, submitNext } from "./support.ts";

const database = withTestDatabase();

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

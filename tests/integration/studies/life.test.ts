import { describe, expect, it } from "vitest";
import { CODED_OUTCOMES } from "#lib/domain/studies/outcomes.ts";
import { createStudy } from "#lib/operations/studies/create-study.ts";
import { deleteDraft } from "#lib/operations/studies/delete-draft.ts";
import { getStudy } from "#lib/operations/studies/get-study.ts";
import { launchStudy } from "#lib/operations/studies/launch-study.ts";
import { updateStudy } from "#lib/operations/studies/update-study.ts";
import { drawStudyItems } from "#lib/operations/study-items/draw-study-items.ts";
import { makePerson } from "#tests/factories/people.ts";
import { enter } from "#tests/factories/visits.ts";
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

  it("is not saved over what somebody else has changed meanwhile", async () => {
    const { actor } = await makeResearcher();
    const { studyId } = await makeDraft(actor);
    const opened = (await getStudy(actor, { studyId })).designMark;
    const save = (designMark: string, itemsPerAnnotator: number) =>
      updateStudy(actor, { studyId, designMark, design: aDesign({ itemsPerAnnotator }) });
    await save(opened, 5);
    expect((await refusal(save(opened, 6))).code).toBe("CONFLICT");
    const now = await getStudy(actor, { studyId });
    expect(now.design.itemsPerAnnotator).toBe(5);
    await save(now.designMark, 6);
    expect((await getStudy(actor, { studyId })).design.itemsPerAnnotator).toBe(6);
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

  it("that another study asks for as its pilot stays that until it is asked for no more", async () => {
    const { actor } = await makeResearcher();
    const pilot = await makeDraft(actor, { design: { kind: "pilot" } });
    const design = aDesign({ name: "Harbour", qualifyingStudyId: pilot.studyId });
    const { studyId } = await makeDraft(actor, { design });
    const attempts = [() => deleteDraft(actor, pilot), () => updateStudy(actor, { ...pilot, design: aDesign() })];
    for (const attempt of attempts) {
      const { code, message } = await refusal(attempt());
      expect([code, message]).toEqual(["CONFLICT", expect.stringMatching(/“Harbour” admits only people who passed/)]);
    }
    expect((await refusal(launchStudy(actor, { studyId }))).message).toMatch(/has not been launched/);
    await updateStudy(actor, { studyId, design: { ...design, qualifyingStudyId: null } });
    await deleteDraft(actor, pilot);
    const gone = await refusal(updateStudy(actor, { studyId, design }));
    expect(gone.details.issues?.map((issue) => issue.path)).toEqual(["design.qualifyingStudyId"]);
    expect((await refusal(createStudy(actor, { design }))).code).toBe("INVALID");
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

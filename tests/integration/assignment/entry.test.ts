import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { ANONYMOUS, systemActor } from "#lib/domain/access/actor.ts";
import { enterStudy } from "#lib/operations/visits/enter-study.ts";
import { purgePanelIdentities } from "#lib/operations/visits/purge-panel-identities.ts";
import { failure } from "#tests/factories/failure.ts";
import { makeStudy, prolificId } from "#tests/factories/study.ts";
import { enter } from "#tests/factories/visits.ts";
import { withTestDatabase } from "#tests/support/database.ts";

const database = withTestDatabase();

describe("who somebody is", () => {
  it("stays one annotator on every device and in every session, with panel ids kept apart", async () => {
    const study = await makeStudy();
    const first = await enter(study, 7, { session: 1 });
    const again = await enter(study, 7, { session: 1, device: "phone" });
    const other = await enter(study, 7, { session: 2 });
    expect(again).toEqual(first);
    expect(other.annotatorId).toBe(first.annotatorId);
    expect(other.visitId).not.toBe(first.visitId);
    const identity = await database.db.panelIdentity.findMany();
    expect(identity).toMatchObject([
      { participantId: prolificId(7), sessionIds: [prolificId(1_000_001), prolificId(1_000_002)] },
    ]);
    const rest = JSON.stringify([
      await database.db.annotator.findMany(),
      await database.db.visit.findMany(),
      await database.db.auditEntry.findMany({ select: { action: true } }),
    ]);
    expect(rest).not.toContain(prolificId(7));
    expect(rest).not.toContain(prolificId(1_000_001));
  });

  it("is one annotator and one visit when the link is opened many times at once", async () => {
    const study = await makeStudy();
    const actors = await Promise.all(Array.from({ length: 8 }, () => enter(study, 1)));
    expect(new Set(actors.map((actor) => `${actor.annotatorId} ${actor.visitId}`)).size).toBe(1);
    expect(await database.db.visit.count()).toBe(1);
  });

  it("gets another pseudonym when theirs is taken", async () => {
    const study = await makeStudy();
    const { annotatorId } = await enter(study, 1);
    const { pseudonym, personKey } = await database.db.annotator.findUniqueOrThrow({ where: { id: annotatorId } });
    await database.db.annotator.update({ where: { id: annotatorId }, data: { personKey: `other ${personKey}` } });
    const twin = await enter(study, 1);
    const made = await database.db.annotator.findUniqueOrThrow({ where: { id: twin.annotatorId } });
    expect(made.pseudonym).not.toBe(pseudonym);
  });

  it("comes by a personal link where there is no panel, which binds one person and can be revoked", async () => {
    const study = await makeStudy({ columns: { panelKind: "none" } });
    const link = await database.db.personalLink.create({ data: { studyId: study.studyId, token: randomUUID() } });
    const entry = { entryToken: study.entryToken, personalToken: link.token, device: "desktop" as const };
    const first = await enterStudy(ANONYMOUS, entry);
    expect(await enterStudy(ANONYMOUS, { ...entry, device: "phone" })).toEqual(first);
    expect(await database.db.personalLink.findFirst()).toMatchObject({ annotatorId: first.annotatorId });
    expect(await database.db.panelIdentity.count()).toBe(0);
    await database.db.personalLink.update({ where: { id: link.id }, data: { revokedAt: new Date() } });
    const refused = [
      enterStudy(ANONYMOUS, entry),
      enterStudy(ANONYMOUS, { entryToken: study.entryToken }),
      enterStudy(ANONYMOUS, { ...entry, entryToken: "nowhere" }),
      // The database takes no NUL; an address may hold one.
      enterStudy(ANONYMOUS, { ...entry, personalToken: "\u0000" }),
      enterStudy(ANONYMOUS, { ...entry, entryToken: "\u0000" }),
    ];
    for (const error of await Promise.all(refused.map(failure))) expect(error).toMatchObject({ code: "NOT_FOUND" });
  });

  it("must come with the panel's ids, well formed and of this study", async () => {
    const study = await makeStudy({ columns: { panelStudyId: prolificId(5) } });
    const panel = { participantId: prolificId(1), panelStudyId: prolificId(5), sessionId: prolificId(2) };
    const wrong = [
      undefined,
      { ...panel, participantId: "{{%PROLIFIC_PID%}}" },
      { ...panel, sessionId: "" },
      { ...panel, panelStudyId: prolificId(6) },
    ];
    const errors = await Promise.all(
      wrong.map((ids) => failure(enterStudy(ANONYMOUS, { entryToken: study.entryToken, panel: ids }))),
    );
    for (const error of errors) {
      expect(error).toMatchObject({ code: "INVALID" });
      expect(`${error.message} ${JSON.stringify(error.details)}`).not.toContain(prolificId(1));
    }
    expect(await database.db.annotator.count()).toBe(0);
    await enterStudy(ANONYMOUS, { entryToken: study.entryToken, panel });
    expect(
      await failure(enterStudy(ANONYMOUS, { entryToken: (await makeStudy({ state: "draft" })).entryToken, panel })),
    ).toMatchObject({ code: "NOT_FOUND" });
  });

  it("is forgotten by the panel's name when its time is over, and the log says so without the name", async () => {
    await enter(await makeStudy(), 1);
    const later = (days: number) => () => new Date(Date.now() + days * 86_400_000);
    expect(await purgePanelIdentities(systemActor("worker"), {}, { now: later(179) })).toEqual({ purged: 0 });
    expect(await purgePanelIdentities(systemActor("worker"), {}, { now: later(181) })).toEqual({ purged: 1 });
    expect(await database.db.auditEntry.findMany({ select: { action: true, after: true } })).toEqual([
      { action: "panel-identities.purge", after: { purged: 1 } },
    ]);
    expect(await database.db.annotator.count()).toBe(1);
  });
});

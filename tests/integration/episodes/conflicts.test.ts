import { describe, expect, it } from "vitest";
import type { ConflictChoice } from "#lib/domain/episodes/import-conflicts.ts";
import { getEpisode } from "#lib/operations/episodes/get-episode.ts";
import { getRawRecord } from "#lib/operations/episodes/get-raw-record.ts";
import { resolveConflict } from "#lib/operations/episodes/resolve-conflict.ts";
import { decideConflicts } from "#lib/operations/imports/decide-conflicts.ts";
import { goOnDeciding } from "#lib/operations/imports/go-on-deciding.ts";
import { listImportConflicts } from "#lib/operations/imports/list-import-conflicts.ts";
import { relinkMarked } from "#lib/operations/imports/relink-marked.ts";
import { launchStudy } from "#lib/operations/studies/launch-study.ts";
import { makePerson } from "#tests/factories/people.ts";
import { makeDraft } from "#tests/integration/studies/support.ts";
import { withTestDatabase } from "#tests/support/database.ts";
import { environmentProfile, episodeLog } from "./records.ts";
import { importText, jsonLines, SYSTEM, user, withDataFolder } from "./support.ts";

const database = withTestDatabase();
withDataFolder();

const researcher = user("researcher");
const character = (secret: string) => ({
  ...{ agent_id: "TESTAGENT01", first_name: "Ada", last_name: "Quill", age: 40, occupation: "baker" },
  ...{ gender: "Woman", gender_pronoun: "She/her", public_info: "Ada bakes.", secret, big_five: "", moral_values: [] },
  ...{ schwartz_personal_values: [], personality_and_values: "Calm.", decision_making_style: "Directive" },
});
const relationship = (background_story: string, level: number) => ({
  ...{ relationship_id: "TESTRELATION01", agent_1_id: "TESTAGENT01", agent_2_id: "TESTAGENT02", relationship: level },
  background_story,
});

const first = [
  episodeLog({ id: "E1" }),
  episodeLog({ id: "E2" }),
  environmentProfile(),
  character("Hides a letter."),
  relationship("They met at the mill.", 2),
];
const second = [
  episodeLog({ id: "E1", says: ["Good morning.", "The oven is mine today."] }),
  episodeLog({ id: "E2" }),
  { ...environmentProfile({ codename: "one_oven" }), relationship: "4" },
  character("Burns a letter."),
  relationship("They met at the fair.", 4),
];

/** Both files imported; answers the import of the second one. */
async function importBoth(): Promise<string> {
  await importText(jsonLines(first), "first.jsonl");
  return (await importText(jsonLines(second), "second.jsonl")).id;
}

const standings = async (importId: string) => {
  const { conflicts } = await listImportConflicts(SYSTEM, { importId });
  return Object.fromEntries(conflicts.map((one) => [one.kind, one.standing]));
};
const decide = (importId: string, keep: ConflictChoice, records?: number[]) =>
  decideConflicts(researcher, { importId, keep, ...(records ? { records } : {}) });

describe("conflicts of an imported file", () => {
  it("are listed with what differs, page by page, and counted by kind", async () => {
    const importId = await importBoth();
    const { conflicts, counts, next } = await listImportConflicts(SYSTEM, { importId });
    expect(next).toBeNull();
    expect(counts.episode).toEqual({ open: 1, decided: 0 });
    expect(counts["agent-profile"]).toEqual({ open: 1, decided: 0 });
    expect(conflicts.map(({ kind, standing, isReversible }) => [kind, standing, isReversible])).toEqual([
      ["episode", "undecided", true],
      ["scenario", "undecided", true],
      ["agent-profile", "undecided", true],
      ["relationship", "undecided", true],
    ]);
    expect(conflicts[2]?.differences).toEqual([
      { field: "secret", older: "Hides a letter.", newer: "Burns a letter." },
    ]);
    expect(conflicts[0]?.differences.find(({ field }) => field === "dialogue")).toEqual({
      field: "dialogue",
      older: "Turn 1: Good morning. Turn 2: Morning. Is the oven free? Turn 3: leave",
      newer: "Turn 1: Good morning. Turn 2: The oven is mine today. Turn 3: leave",
    });
    const page = await listImportConflicts(SYSTEM, { importId, limit: 3 });
    expect([page.conflicts.length, page.next]).toEqual([3, 4]);
    const rest = await listImportConflicts(SYSTEM, { importId, limit: 3, after: 4 });
    expect(rest.conflicts.map(({ kind }) => kind)).toEqual(["relationship"]);
  });

  it("are decided all at once and taken back, and what episodes say follows", async () => {
    const importId = await importBoth();
    const other = await database.db.episode.findFirstOrThrow({ where: { sourceId: "E2" } });
    const codename = async () => (await getEpisode(SYSTEM, { episodeId: other.id })).episode.codename;
    expect(await codename()).toBe("shared_oven");

    expect(await decide(importId, "newer")).toEqual({ decided: 4, bound: 0, isGoingOn: false });
    expect(await standings(importId)).toEqual({
      ...{ episode: "newer", scenario: "newer", "agent-profile": "newer", relationship: "newer" },
    });
    expect((await relinkMarked(SYSTEM, {})).read).toBe(3);
    expect(await codename()).toBe("one_oven");
    expect((await getEpisode(SYSTEM, { episodeId: other.id })).relationshipStory).toBe("They met at the fair.");
    expect(await relinkMarked(SYSTEM, {})).toEqual({ read: 0 });
    const audit = await database.db.auditEntry.findFirstOrThrow({ where: { action: "episodes.decide-conflicts" } });
    expect(audit).toMatchObject({ subjectId: importId, after: { keep: "newer", records: "all", decided: 4 } });

    await expect(decide(importId, "older")).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await decide(importId, "undecided")).toMatchObject({ decided: 4 });
    await relinkMarked(SYSTEM, {});
    expect(await codename()).toBe("shared_oven");
    expect((await getEpisode(SYSTEM, { episodeId: other.id })).relationshipStory).toBe("They met at the mill.");
  });

  it("are decided one by one, and otherwise on second thoughts; one version counts at any time", async () => {
    const importId = await importBoth();
    await decide(importId, "newer", [3]);
    expect(await standings(importId)).toMatchObject({ scenario: "newer", episode: "undecided" });
    await decide(importId, "older", [3]);
    expect(await standings(importId)).toMatchObject({ scenario: "older" });
    await importText(jsonLines([environmentProfile({ codename: "third_oven" })]));
    const versions = await database.db.scenario.findMany({ orderBy: { variant: "asc" } });
    expect(versions.map(({ isCurrent, conflictState }) => [isCurrent, conflictState])).toEqual([
      [true, "open"],
      [false, "open"],
      [false, "open"],
    ]);
    await expect(decideConflicts(user("analyst"), { importId, keep: "newer" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  it("hold up nobody where a stored text is damaged: all are listed, and what can be read again is", async () => {
    const importId = await importBoth();
    const one = await database.db.episode.findFirstOrThrow({ where: { sourceId: "E1", variant: 0 } });
    const damage = { document: { turns: 7 }, raw: new Uint8Array([0x28, 0xb5, 0x2f, 0xfd, 7]) };
    await database.db.episodeRecord.update({ where: { episodeId: one.id }, data: damage });
    const { conflicts } = await listImportConflicts(SYSTEM, { importId });
    expect(conflicts.map(({ kind }) => kind)).toEqual(["episode", "scenario", "agent-profile", "relationship"]);
    expect(conflicts[0]?.differences.find(({ field }) => field === "dialogue")?.newer).toContain("The oven is mine");
    expect(await getRawRecord(SYSTEM, { episodeId: one.id })).toMatchObject({ sourceId: "E1", raw: null });
    const other = await database.db.episode.findFirstOrThrow({ where: { sourceId: "E2" } });
    await database.db.episodeRecord.update({ where: { episodeId: other.id }, data: { document: { turns: 7 } } });
    await decide(importId, "newer");
    expect((await relinkMarked(SYSTEM, {})).read).toBe(3);
    const { damage: left, document } = await getEpisode(SYSTEM, { episodeId: other.id });
    expect([left, document.turns.length]).toEqual([null, 3]);
    expect((await getEpisode(SYSTEM, { episodeId: one.id })).damage).toContain("turns: A list is expected.");
  });

  it("keep their decision once a study goes by it, and a launched study keeps what it froze", async () => {
    const importId = await importBoth();
    const { actor } = await makePerson("researcher");
    const other = await database.db.episode.findFirstOrThrow({ where: { sourceId: "E2" } });
    const shown = async () => {
      const found = await database.db.episode.findUniqueOrThrow({
        where: { id: other.id },
        include: { document: true },
      });
      return [found.relationship, found.scenarioText, found.document?.document];
    };
    const before = await shown();
    const { studyId } = await makeDraft(actor, { plan: { kind: "ids", ids: [other.id] } });
    await launchStudy(actor, { studyId });

    // The study was launched before: it binds nothing, and keeps its text.
    expect(await decide(importId, "newer")).toMatchObject({ decided: 4, bound: 0 });
    await relinkMarked(SYSTEM, {});
    expect(await shown()).toEqual(before);
    const chosen = await database.db.episode.findFirstOrThrow({ where: { sourceId: "E1", conflictState: "chosen" } });
    expect([before[0], chosen.relationship]).toEqual([2, 4]);

    const later = await makeDraft(actor, { plan: { kind: "ids", ids: [chosen.id] } });
    await launchStudy(actor, { studyId: later.studyId });
    const { conflicts } = await listImportConflicts(SYSTEM, { importId });
    expect(conflicts.map(({ kind, isReversible }) => [kind, isReversible])).toEqual([
      ["episode", false],
      ["scenario", false],
      ["agent-profile", false],
      ["relationship", true],
    ]);
    await expect(decide(importId, "older", [1])).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(resolveConflict(researcher, { episodeId: chosen.id, keep: "all" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    expect(await decide(importId, "undecided")).toMatchObject({ decided: 1, bound: 3 });
    expect(await standings(importId)).toMatchObject({ episode: "newer", relationship: "undecided" });
  });

  it("are carried on in the background where there are many, and may be carried on twice", async () => {
    const many = (says: string) =>
      Array.from({ length: 620 }, (_, index) => episodeLog({ id: `M${index}`, says: [says] }));
    await importText(jsonLines(many("Good morning.")));
    const { id: importId } = await importText(jsonLines(many("Good evening.")));
    expect(await decide(importId, "older")).toEqual({ decided: 500, bound: 0, isGoingOn: true });
    await expect(decide(importId, "undecided")).rejects.toThrow("still being carried out");
    const rest = { importId, keep: "older" as const, kind: "episode" as const, after: "" };
    expect(await goOnDeciding(SYSTEM, rest)).toEqual({ decided: 120 });
    expect(await goOnDeciding(SYSTEM, rest)).toEqual({ decided: 0 });
    expect((await listImportConflicts(SYSTEM, { importId })).counts.episode).toEqual({ open: 0, decided: 620 });
  });
});

import { describe, expect, it } from "vitest";
import { launchStudy } from "#lib/operations/studies/launch-study.ts";
import { addItems } from "#lib/operations/study-items/add-items.ts";
import { getItemWarnings } from "#lib/operations/study-items/get-item-warnings.ts";
import { listStudyItems } from "#lib/operations/study-items/list-study-items.ts";
import { previewItems } from "#lib/operations/study-items/preview-items.ts";
import { makeEpisodes } from "#tests/factories/study.ts";
import { withTestDatabase } from "#tests/support/database.ts";
import { makeDraft, makeResearcher, setPolicies } from "./support.ts";

const database = withTestDatabase();

describe("drawing items", () => {
  it("finds ids of ours and of the source in the order of the list, and tells which name nothing", async () => {
    const { actor, episodeIds } = await makeResearcher(3);
    const [a, b] = episodeIds as [string, string];
    const ids = [`telltale-source-${b}`, "nobody", a, b];
    const preview = await previewItems(actor, { plan: { kind: "ids", ids } });
    expect(preview).toMatchObject({ itemCount: 2, unknownIds: ["nobody"], unknownCount: 1 });
    const { studyId, unknownIds } = await makeDraft(actor, { plan: { kind: "ids", ids } });
    expect(unknownIds).toEqual(["nobody"]);
    const { items } = await listStudyItems(actor, { studyId });
    expect(items.map((item) => item.episodeId)).toEqual([b, a]);
  });

  it("takes the first content under a source id, and never one that was set aside", async () => {
    const { actor, episodeIds } = await makeResearcher(3);
    const [first, second, third] = episodeIds as [string, string, string];
    const { db } = database;
    const variants = [first, second, third].map((id, variant) =>
      db.episode.update({ where: { id }, data: { sourceId: "shared", variant, conflictState: "kept" } }),
    );
    await Promise.all(variants);
    const draw = async () => {
      const { studyId } = await makeDraft(actor, { plan: { kind: "ids", ids: ["shared"] } });
      return (await listStudyItems(actor, { studyId })).items.map((item) => item.episodeId);
    };
    expect(await draw()).toEqual([first]);
    await db.episode.update({ where: { id: first }, data: { conflictState: "set-aside" } });
    expect(await draw()).toEqual([second]);
    expect(await previewItems(actor, { plan: { kind: "filter", filter: {} } })).toMatchObject({ itemCount: 2 });
  });

  it("stores the chance of every sampled item, and corrects it when the sample is enlarged", async () => {
    const { actor, episodeIds } = await makeResearcher(10);
    await setPolicies(episodeIds.slice(0, 8), "alpha", "partner");
    await setPolicies(episodeIds.slice(8), "partner", "beta");
    const plan = { kind: "sample", filter: {}, size: { kind: "per-stratum", count: 2 } } as const;
    const { studyId } = await makeDraft(actor, { plan });
    const before = (await listStudyItems(actor, { studyId })).items;
    expect(before.map((item) => [item.stratum, item.inclusionProbability]).sort()).toEqual([
      ["alpha with partner", 0.25],
      ["alpha with partner", 0.25],
      ["beta with partner", 1],
      ["beta with partner", 1],
    ]);
    await launchStudy(actor, { studyId });
    const more = await addItems(actor, { studyId, plan });
    expect(more.added).toBe(2);
    const after = (await listStudyItems(actor, { studyId })).items;
    expect(
      after.filter((item) => item.stratum === "alpha with partner").map((item) => item.inclusionProbability),
    ).toEqual([0.5, 0.5, 0.5, 0.5]);
    expect(new Set(after.map((item) => item.episodeId)).size).toBe(6);
  });

  it("leaves foreign prompts out unless they are asked for, and counts them", async () => {
    const { actor, episodeIds } = await makeResearcher(3);
    await database.db.episode.update({
      where: { id: episodeIds[0]! },
      data: { promptMark: "foreign", promptMarkReason: "Names another scenario." },
    });
    expect(await previewItems(actor, { plan: { kind: "filter", filter: {} } })).toMatchObject({
      itemCount: 2,
      foreignLeftOut: 1,
    });
    const without = await makeDraft(actor);
    expect(without).toMatchObject({ itemCount: 2, foreignLeftOut: 1 });
    const all = await makeDraft(actor, { plan: { kind: "filter", filter: {}, includeForeign: true } });
    expect(all.itemCount).toBe(3);
    const warnings = await getItemWarnings(actor, { studyId: all.studyId });
    expect(warnings.foreign).toMatchObject([{ episodeId: episodeIds[0], note: "Names another scenario." }]);
  });

  it("leaves undecided conflicts out unless they are asked for, and never takes what was set aside", async () => {
    const { actor, episodeIds } = await makeResearcher(4);
    const [undecided, aside, foreign] = episodeIds as [string, string, string];
    const set = (id: string, data: { conflictState?: string; promptMark?: string }) =>
      database.db.episode.update({ where: { id }, data });
    await set(undecided, { conflictState: "open" });
    await set(aside, { conflictState: "set-aside" });
    await set(foreign, { conflictState: "open", promptMark: "foreign" });
    const plan = (changes = {}) => ({ kind: "filter" as const, filter: {}, ...changes });
    for (const [changes, itemCount, foreignLeftOut, undecidedLeftOut] of [
      [{}, 1, 1, 1],
      [{ includeUndecided: true }, 2, 1, 0],
      [{ includeForeign: true }, 1, 0, 2],
      [{ includeForeign: true, includeUndecided: true }, 3, 0, 0],
    ] as const) {
      const counted = { itemCount, foreignLeftOut, undecidedLeftOut };
      expect(await previewItems(actor, { plan: plan(changes) })).toMatchObject(counted);
      expect(await makeDraft(actor, { plan: plan(changes) })).toMatchObject(counted);
    }
    const byIds = { kind: "ids" as const, ids: [...episodeIds], includeForeign: true };
    expect(await previewItems(actor, { plan: byIds })).toMatchObject({ itemCount: 1, undecidedLeftOut: 2 });
    const all = await makeDraft(actor, { plan: { ...byIds, includeUndecided: true } });
    expect(all.itemCount).toBe(3);
    expect((await getItemWarnings(actor, { studyId: all.studyId })).openConflicts).toHaveLength(2);
  });

  it("warns of agents that name themselves as programs", async () => {
    const { actor, episodeIds } = await makeResearcher(2);
    const record = await database.db.episodeRecord.findUniqueOrThrow({ where: { episodeId: episodeIds[1]! } });
    const document = record.document as { turns: { text: string }[] };
    document.turns[0]!.text = "As an AI language model, I cannot feel the tide.";
    await database.db.episodeRecord.update({ where: { episodeId: episodeIds[1]! }, data: { document } });
    const { studyId } = await makeDraft(actor);
    const { selfNaming } = await getItemWarnings(actor, { studyId });
    expect(selfNaming).toMatchObject([{ episodeId: episodeIds[1], turn: 1, agent: 1 }]);
  });

  it("holds hundreds of items and lists them page by page", async () => {
    const { actor } = await makeResearcher(0);
    await makeEpisodes(450);
    const { studyId, itemCount } = await makeDraft(actor);
    expect(itemCount).toBe(450);
    await launchStudy(actor, { studyId });
    expect(await database.db.slot.count({ where: { studyId } })).toBe(900);
    const positions: number[] = [];
    let after: number | null = 0;
    while (after !== null) {
      const page: Awaited<ReturnType<typeof listStudyItems>> = await listStudyItems(actor, {
        studyId,
        after,
        limit: 200,
      });
      positions.push(...page.items.map((item) => item.position));
      after = page.next;
    }
    expect(positions).toEqual(Array.from({ length: 450 }, (_, index) => index + 1));
  });
});

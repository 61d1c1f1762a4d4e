import { describe, expect, it } from "vitest";
import { systemActor } from "#lib/domain/access/actor.ts";
import { searchSelfNaming } from "#lib/operations/episodes/search-self-naming.ts";
import { launchStudy } from "#lib/operations/studies/launch-study.ts";
import { addItems } from "#lib/operations/study-items/add-items.ts";
import { getItemWarnings } from "#lib/operations/study-items/get-item-warnings.ts";
import { listStudyItems } from "#lib/operations/study-items/list-study-items.ts";
import { listWarnedItems } from "#lib/operations/study-items/list-warned-items.ts";
import { previewItems } from "#lib/operations/study-items/preview-items.ts";
import { readDrawnFrames } from "#lib/store/analysis-frames.ts";
import { makeEpisodes } from "#tests/factories/study.ts";
import { withTestDatabase } from "#tests/support/database.ts";
import { makeDraft, makeResearcher, setPolicies } from "./support.ts";

const database = withTestDatabase();

/** Puts words into the mouths of an episode, turn by turn. */
async function speak(episodeId: string, texts: string[]): Promise<void> {
  const record = await database.db.episodeRecord.findUniqueOrThrow({ where: { episodeId } });
  const document = record.document as { turns: { text: string }[] };
  for (const [place, text] of texts.entries()) document.turns[place]!.text = text;
  await database.db.episodeRecord.update({ where: { episodeId }, data: { document } });
}

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
    expect(more.together).toBe("one-sample");
  });

  it("adds items by filter, by list and by sample, each with its chance, and says what they are with the first ones", async () => {
    const { actor, episodeIds } = await makeResearcher(8);
    await setPolicies(episodeIds.slice(0, 4), "alpha", "partner");
    await setPolicies(episodeIds.slice(4), "partner", "beta");
    const sample = (filter: object, count: number) =>
      ({ kind: "sample", filter, size: { kind: "per-stratum", count } }) as const;
    const { studyId } = await makeDraft(actor, { plan: sample({ policy: "alpha" }, 2) });
    await launchStudy(actor, { studyId });
    const chances = async () =>
      (await listStudyItems(actor, { studyId })).items.map(({ inclusionProbability }) => inclusionProbability);

    const preview = await previewItems(actor, { plan: sample({}, 1), studyId });
    expect(preview).toMatchObject({ itemCount: 2, together: "own-draw" });
    expect(await addItems(actor, { studyId, plan: sample({}, 1) })).toMatchObject({ added: 2, together: "own-draw" });
    expect((await chances()).sort()).toEqual([0.25, 0.5, 0.5, 0.5]);

    const first = episodeIds[4]!;
    const inStudy = (await listStudyItems(actor, { studyId })).items.some((item) => item.episodeId === first);
    const byHand = await addItems(actor, { studyId, plan: { kind: "ids", ids: [inStudy ? episodeIds[5]! : first] } });
    expect(byHand).toMatchObject({ added: 1, together: "by-hand" });
    expect(await addItems(actor, { studyId, plan: { kind: "filter", filter: {} } })).toMatchObject({ added: 3 });
    expect((await chances()).slice(4)).toEqual([1, 1, 1, 1]);

    const nothing = addItems(actor, { studyId, plan: { kind: "filter", filter: {} } });
    await expect(nothing).rejects.toThrow("that the study does not have yet");
    const study = await database.db.study.findUniqueOrThrow({ where: { id: studyId }, include: { slots: true } });
    expect(study.slots).toHaveLength(8 * study.annotationsPerItem);
    expect((study.sampling as { draws: unknown[] }).draws).toHaveLength(4);
  });

  it("counts everything that matches, added again once more arrived, as one draw", async () => {
    const { actor } = await makeResearcher(3);
    const plan = { kind: "filter", filter: {} } as const;
    const { studyId } = await makeDraft(actor, { plan });
    await launchStudy(actor, { studyId });
    await makeEpisodes(2);
    expect(await previewItems(actor, { plan, studyId })).toMatchObject({ itemCount: 2, together: "every-match" });
    expect(await addItems(actor, { studyId, plan })).toMatchObject({ added: 2, together: "every-match" });
    const frames = await readDrawnFrames([studyId]);
    expect(frames.map(({ drawn }) => drawn.map(({ chance }) => chance))).toEqual([[1, 1, 1, 1, 1]]);
  });

  it("gives an episode that arrived after the first draw the chance of the later one alone", async () => {
    const { actor } = await makeResearcher(4);
    const plan = { kind: "sample", filter: {}, size: { kind: "per-stratum", count: 2 } } as const;
    const { studyId } = await makeDraft(actor, { plan });
    await launchStudy(actor, { studyId });
    const late = await makeEpisodes(2);
    await addItems(actor, { studyId, plan: { ...plan, size: { kind: "per-stratum", count: 4 } } });
    const items = (await listStudyItems(actor, { studyId })).items;
    expect(items).toHaveLength(6);
    expect(items.every((item) => item.inclusionProbability === 1)).toBe(true);
    await database.db.study.update({ where: { id: studyId }, data: { state: "closed", closedAt: new Date() } });
    const other = await makeDraft(actor, { plan });
    await launchStudy(actor, { studyId: other.studyId });
    await makeEpisodes(4);
    await addItems(actor, { studyId: other.studyId, plan });
    // Two of six, then two of the four left and the four that came: 1 − 4/6 · 6/8, and 2/8.
    const chances = (await listStudyItems(actor, { studyId: other.studyId })).items.map(
      (item) => item.inclusionProbability,
    );
    expect(chances.every((chance) => Math.abs(chance - 0.5) < 1e-12 || chance === 0.25)).toBe(true);
    expect(chances.slice(0, 2).every((chance) => Math.abs(chance - 0.5) < 1e-12)).toBe(true);
    expect(late).toHaveLength(2);
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
    const warned = await listWarnedItems(actor, { studyId: all.studyId, kind: "foreign" });
    expect(warned.items).toMatchObject([{ episodeId: episodeIds[0], note: "Names another scenario." }]);
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
    expect((await getItemWarnings(actor, { studyId: all.studyId })).undecided).toBe(2);
  });

  it("finds agents that name themselves as programs in transcripts that no import looked through, and counts exactly", async () => {
    const { actor, episodeIds } = await makeResearcher(4);
    await speak(episodeIds[1]!, ["As an AI language model, I cannot feel the tide.", "ChatGPT is my name."]);
    await speak(episodeIds[3]!, ["I was trained by OpenAI."]);
    const { studyId } = await makeDraft(actor, { plan: { kind: "ids", ids: episodeIds.slice(0, 3) } });
    expect(await getItemWarnings(actor, { studyId })).toMatchObject({ "self-naming": 0, places: 0, unsearched: 3 });
    expect(await searchSelfNaming(systemActor("test"), {})).toEqual({ searched: 4 });
    expect(await getItemWarnings(actor, { studyId })).toMatchObject({ "self-naming": 1, places: 2, unsearched: 0 });
    const { items } = await listWarnedItems(actor, { studyId, kind: "self-naming" });
    expect(items).toMatchObject([{ episodeId: episodeIds[1], places: [{ turn: 1, agent: 1 }, { turn: 2 }] }]);
    expect(await searchSelfNaming(systemActor("test"), {})).toEqual({ searched: 0 });

    await launchStudy(actor, { studyId });
    await addItems(actor, { studyId, plan: { kind: "ids", ids: [episodeIds[3]!] } });
    expect(await getItemWarnings(actor, { studyId })).toMatchObject({ "self-naming": 2, places: 3 });
  });

  it("pages through what is worth a look: doubles, and what was set aside since the draw", async () => {
    const { actor, episodeIds } = await makeResearcher(6);
    const [first, , third, fourth, fifth] = episodeIds as [string, string, string, string, string];
    await database.db.episode.updateMany({ where: { id: { in: [first, third] } }, data: { dialogueHash: "d" } });
    await database.db.episode.update({ where: { id: fourth }, data: { sourceId: "shared" } });
    await database.db.episode.update({ where: { id: fifth }, data: { sourceId: "shared", variant: 1 } });
    const { studyId } = await makeDraft(actor, { plan: { kind: "ids", ids: episodeIds } });
    await database.db.episode.update({ where: { id: episodeIds[5]! }, data: { conflictState: "set-aside" } });
    expect(await getItemWarnings(actor, { studyId })).toMatchObject({ doubled: 2, "set-aside": 1, undecided: 0 });
    const page = await listWarnedItems(actor, { studyId, kind: "doubled", limit: 1 });
    expect(page).toMatchObject({ items: [{ episodeId: third, places: [] }], next: 3 });
    const rest = await listWarnedItems(actor, { studyId, kind: "doubled", limit: 1, after: 3 });
    expect(rest).toMatchObject({ items: [{ episodeId: fifth, position: 5 }], next: null });
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

import { describe, expect, test } from "vitest";
import { getRatingImport } from "#lib/operations/rating-imports/get-rating-import.ts";
import { getRatingSummary } from "#lib/operations/rating-imports/get-rating-summary.ts";
import { listRatingImportLines } from "#lib/operations/rating-imports/list-rating-import-lines.ts";
import { withTestDatabase } from "#tests/support/database.ts";
import { withSettings } from "#tests/support/settings.ts";
import { importSharedRatings } from "./rating-files.ts";
import { csvOf, hasSharedData, importShared, SKIP_NOTE, SYSTEM, temporaryDataDir } from "./shared-files.ts";

const OFFICIAL = "human/sotopia-pi-official";
const STUDY_EPISODES = "episodes/sotopia-pi_human-study-rated.partial.jsonl";

withSettings({ DATA_DIR: temporaryDataDir() });

describe.skipIf(!hasSharedData)(`ratings of the open human study${SKIP_NOTE}`, () => {
  const database = withTestDatabase({ reset: "file" });
  const ids = new Map<string, string>();

  /** Mean goal of the agents under study in one import, over every rating of the file. */
  async function meanGoal(importId: string): Promise<{ n: number; mean: number }> {
    const [row] = await database.db.$queryRaw<{ n: number; mean: number }[]>`
      SELECT count(*)::int AS n, avg(g.score) AS mean FROM imported_ratings g
      JOIN imported_units u ON u.id = g.unit_id JOIN imported_dimensions d ON d.id = g.dimension_id
      WHERE u.import_id = ${importId} AND u.seat_role = 'learner' AND d.key = 'goal'`;
    return row as { n: number; mean: number };
  }

  test("the episodes they belong to come first", async () => {
    expect((await importShared(STUDY_EPISODES)).counts[0]).toBe(110);
  });

  test.each([
    ["mistral-instruct_final.csv", 40, 20, 2.95, "mistral"],
    ["SR_final.csv", 40, 20, 3.625, "mistral-selftrain-round"],
    ["BC_final.csv", 40, 20, 3.85, "BC"],
    ["BC+SR_final.csv", 40, 20, 4, "BC-selftrain-1"],
    ["gpt4_final.csv", 40, 20, 4.925, "gpt-4"],
  ])(
    "%s: %i rows on %i episodes, mean goal %f of the agent under study, %s",
    async (file, rows, episodes, mean, policy) => {
      const done = await importSharedRatings(`${OFFICIAL}/${file}`);
      ids.set(file, done.id);
      expect(done).toMatchObject({
        state: "completed",
        shape: "sotopia-official",
        rowsDone: rows,
        acceptedCount: rows,
      });
      expect(done).toMatchObject({ ratingCount: rows * 14, refusedCount: 0, refusedScores: 0, partlyCount: 0 });
      const goal = await meanGoal(done.id);
      expect(goal.n).toBe(40);
      expect(goal.mean).toBeCloseTo(mean, 10);
      const summary = await getRatingSummary(SYSTEM, { importId: done.id });
      expect(summary.items).toMatchObject({ items: episodes, linked: episodes, unknownSeats: 0 });
      expect(summary.policies.filter(({ seatRole }) => seatRole === "learner").map((row) => row.policy)).toEqual([
        policy,
      ]);
      expect(summary.policies.filter(({ seatRole }) => seatRole === "partner").map((row) => row.policy)).toEqual([
        "gpt-3.5-turbo",
      ]);
    },
  );

  test("where both seats are gpt-3.5-turbo, both are under study", async () => {
    const done = await importSharedRatings(`${OFFICIAL}/gpt3.5_final.csv`);
    ids.set("gpt3.5_final.csv", done.id);
    const { policies, items } = await getRatingSummary(SYSTEM, { importId: done.id });
    expect(policies).toEqual([
      { policy: "gpt3.5", seatRole: "learner", units: 20, humanRatings: 280, judgeRatings: 0 },
    ]);
    expect(items.items).toBe(10);
  });

  test("names that count up from row to row are one condition, and that is said", async () => {
    const view = await getRatingImport(SYSTEM, { importId: ids.get("SR_final.csv") ?? "" });
    expect(view.notes.map(({ code }) => code)).toEqual(["drag-filled"]);
    expect(view.notes[0]?.message).toContain("“mistral-selftrain-round2” to “mistral-selftrain-round56”");
  });

  test.each([
    ["BC_final.csv", 1, "01HMN8QW0SHWQ3BA5ARG9BJWGW", "01HMN9ZRGQMY9RA7F9S557576Y"],
    ["gpt4_final.csv", 1, "01HB5H3HYBR5FBXK2YWYSJV1H0", ""],
    ["BC+SR_final.csv", 0, "", "01HP5MZNEGDZ98F113ZDKJYEE1"],
    ["SR_final.csv", 0, "", "01HMX2M1A5CP8BFJC93MJ8H3AT"],
    ["mistral-instruct_final.csv", 0, "", "01HNBDT91E8WQQP4REB81X9Y52"],
  ])(
    "%s: %i row repeats another in everything; a second opinion of one rater is kept as such",
    async (file, repeats, same, second) => {
      const importId = ids.get(file) ?? "";
      expect((await getRatingImport(SYSTEM, { importId })).duplicateCount).toBe(repeats);
      const { lines } = await listRatingImportLines(SYSTEM, { importId, outcome: "duplicate" });
      expect(lines.map(({ itemKey }) => itemKey)).toEqual(same === "" ? [] : [same]);
      const again = await database.db.importedRating.findMany({
        where: { occurrence: 1, unit: { importId } },
        select: { isDuplicate: true, unit: { select: { itemKey: true } } },
      });
      const marked = again.filter(({ isDuplicate }) => isDuplicate).map(({ unit }) => unit.itemKey);
      expect(marked).toEqual(Array.from({ length: 14 * repeats }, () => same));
      if (second !== "")
        expect(again.filter((row) => !row.isDuplicate && row.unit.itemKey === second)).toHaveLength(14);
    },
  );

  test("episodes whose raters were shown another environment's scenario are marked, and no others", async () => {
    const marked = await database.db.importedUnit.findMany({
      where: { scenarioMark: "foreign", agent: 1 },
      select: { itemKey: true },
    });
    expect(marked.map(({ itemKey }) => itemKey).sort()).toEqual(
      [
        "01H7ZBQKAV28573QWESP12FPF9",
        "01H8WW3F7585KPJP4VKE6GMB07",
        "01HMXBRM9Q25PQTFZSRT07E46N",
        "01HNBENDNDYHZ3P0KD07E3HWZQ",
      ].sort(),
    );
  });

  test("reasons and data that are only the word None are said on their lines", async () => {
    const { lines } = await listRatingImportLines(SYSTEM, {
      importId: ids.get("BC+SR_final.csv") ?? "",
      outcome: "accepted",
    });
    expect(lines.map(({ itemKey }) => itemKey)).toContain("01HP5MWA6Q6X4E27M9QMRAKHBW");
    expect(lines.some(({ reason }) => reason.includes("only the word “None”"))).toBe(true);
    const earlier = await importSharedRatings(`${OFFICIAL}/earlier-revision/BC+SR_final.csv`);
    const before = await listRatingImportLines(SYSTEM, { importId: earlier.id, outcome: "accepted" });
    expect(before.lines.filter(({ reason }) => reason.includes("The column data holds only the word"))).toHaveLength(4);
  });

  test("no name of a rater is kept, and one person has one key in all files", async () => {
    const names = new Set(
      ["BC_final.csv", "gpt4_final.csv"].flatMap((file) => csvOf(`${OFFICIAL}/${file}`).map((row) => row.prolific_id)),
    );
    const raters = await database.db.importedRater.findMany();
    const text = JSON.stringify([raters, await database.db.ratingImportLine.findMany()]);
    for (const name of names) expect(text).not.toContain(name);
    const people = new Set(raters.map(({ raterKey }) => raterKey));
    const inFiles = new Set(
      [...ids.keys()].flatMap((file) => csvOf(`${OFFICIAL}/${file}`).map((row) => row.prolific_id)),
    );
    expect(people.size).toBe(inFiles.size);
  });

  test("the same file once more changes nothing", async () => {
    const before = await database.db.importedRating.count();
    const again = await importSharedRatings(`${OFFICIAL}/BC_final.csv`);
    expect(again).toMatchObject({ id: ids.get("BC_final.csv"), isRepeat: true });
    expect(await database.db.importedRating.count()).toBe(before);
  });

  test("the internal pilot: one sheet one rater, blank rows passed over, the second reasons column read", async () => {
    const counts: Record<string, number[]> = {};
    for (const sheet of ["A", "B", "C", "D"]) {
      const done = await importSharedRatings(`human/sotopia-pi-pilot/pilot_internal_annotator-${sheet}.csv`);
      counts[sheet] = [done.acceptedCount, done.blankCount, done.ratingCount, done.refusedCount];
      ids.set(sheet, done.id);
    }
    expect(counts).toEqual({ A: [26, 0, 182, 0], B: [4, 22, 28, 0], C: [26, 0, 181, 0], D: [26, 0, 182, 0] });
    const { raters } = await getRatingSummary(SYSTEM, { importId: ids.get("B") ?? "" });
    expect(raters).toHaveLength(1);
    const odd = await database.db.importedRating.findFirst({
      where: { rationale: "9.5 / 13.5 * 5", unit: { importId: ids.get("B") ?? "" } },
      include: { unit: true, dimension: true },
    });
    expect(odd).toMatchObject({ score: 4, unit: { itemKey: "01H8WWSJC226RQ5111J72GAWTZ", agent: 1 } });
  });

  test("a judge's files: scores by episode, and the lines of an evaluator with its reasons", async () => {
    const named = { judge: { name: "gpt-4", version: "2024-02" } };
    const byEpisode = await importSharedRatings("results/llm_ratings/gpt4_complete_gpt_score.json", named);
    expect(byEpisode).toMatchObject({
      shape: "judge-by-episode",
      rowsDone: 117,
      ratingCount: 117 * 14,
      refusedScores: 0,
    });
    const summary = await getRatingSummary(SYSTEM, { importId: byEpisode.id });
    expect(summary.raters).toMatchObject([{ kind: "judge", name: "gpt-4", version: "2024-02", items: 117 }]);
    const lines = await importSharedRatings(
      "results/llm_ratings/gemini-2.5-flash_microsoft-srb_test_episodes_scores.jsonl",
    );
    expect(lines).toMatchObject({ shape: "evaluator-lines", rowsDone: 2, ratingCount: 28 });
    expect((await getRatingSummary(SYSTEM, { importId: lines.id })).raters).toMatchObject([
      { kind: "judge", name: "gemini-2.5-flash", model: "gemini-2.5-flash" },
    ]);
    const reasons = await database.db.importedRating.count({
      where: { rationale: { not: "" }, unit: { importId: lines.id } },
    });
    expect(reasons).toBe(28);
  });

  test("a list of pairs is refused with a sentence, and nothing is left of it", async () => {
    const before = await database.db.ratingImport.count();
    await expect(importSharedRatings("results/llm_ratings/gpt4_complete_pk_agent_pairs.json")).rejects.toThrow(
      /was not imported.*list/,
    );
    expect(await database.db.ratingImport.count()).toBe(before);
  });
});

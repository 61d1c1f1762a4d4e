import { describe, expect, test } from "vitest";
import { createAnalysis } from "#lib/operations/analysis/create-analysis.ts";
import { getCellReasons } from "#lib/operations/analysis/findings/get-cell-reasons.ts";
import { listSources } from "#lib/operations/analysis/list-sources.ts";
import { withTestDatabase } from "#tests/support/database.ts";
import { withSettings } from "#tests/support/settings.ts";
import { ask } from "./questions.ts";
import { importSharedRatings } from "./rating-files.ts";
import { hasSharedData, importShared, SKIP_NOTE, SYSTEM, temporaryDataDir } from "./shared-files.ts";

withSettings({ DATA_DIR: temporaryDataDir() });

describe.skipIf(!hasSharedData)(`the human study of SOTOPIA-π, its open part${SKIP_NOTE}`, () => {
  withTestDatabase({ reset: "file" });
  const FOLDER = "human/sotopia-pi-official";
  const MEAN_GOAL: [file: string, policy: string, mean: number][] = [
    ["mistral-instruct", "mistral", 2.95],
    ["SR", "mistral-selftrain-round", 3.625],
    ["BC", "BC", 3.85],
    ["BC+SR", "BC-selftrain-1", 4],
    ["gpt4", "gpt-4", 4.925],
  ];
  const POLICIES = MEAN_GOAL.map(([label, name]) => ({ label, names: [name] }));
  const importIds: string[] = [];
  let judge = "";

  test("means of people are those of the files, under the names of the conditions", async () => {
    await importShared("episodes/sotopia-pi_human-study-rated.partial.jsonl");
    for (const [name] of [...MEAN_GOAL, ["gpt3.5"]])
      importIds.push((await importSharedRatings(`${FOLDER}/${name}_final.csv`)).id);
    const named = { judge: { name: "gpt-4", version: "2024-02" } };
    importIds.push((await importSharedRatings("results/llm_ratings/gpt4_complete_gpt_score.json", named)).id);
    const { imports } = await listSources(SYSTEM, {});
    judge = imports.flatMap((source) => source.judges)[0]?.key ?? "";
    const view = await ask({ importIds, judges: [judge], policies: POLICIES, dimensions: ["goal"], resamples: 300 });
    const { finding } = await view("leaderboard");
    const rows = finding.byDimension[0]?.rows ?? [];
    expect(finding.refusal).toContain("drawn at random");
    expect(rows.every(({ debiased }) => debiased.value === null)).toBe(true);
    for (const [label, , mean] of MEAN_GOAL)
      expect(rows.find(({ policy }) => policy.label === label)?.human.value, label).toBeCloseTo(mean, 10);
    const bias = (await view("bias")).finding.byDimension[0]!;
    expect(bias.policies.map(({ policy }) => policy.label)).toEqual(MEAN_GOAL.map(([name]) => name));
  });

  test("every view has something to say, and a cell has both sides’ reasons", async () => {
    const view = await ask({ importIds, judges: [judge], policies: POLICIES, resamples: 300, samplingIsRandom: true });
    const overview = (await view("overview")).finding;
    // The open judge file rates episodes of gpt-4 alone among those that people rated.
    expect(overview.sentences.map(({ isDefined }) => isDefined)).toEqual([true, false]);
    expect(overview.sentences[0]?.text).toMatch(
      /^On goal, gpt-4 \(2024-02\) rates gpt4 \d\.\d \[.+\] points above people\./,
    );
    const { byDimension } = (await view("disagreements")).finding;
    const worst = byDimension.find(({ dimension }) => dimension.key === "goal")?.cells[0];
    expect(worst?.episodeId).not.toBeNull();
    const reasons = await getCellReasons(SYSTEM, {
      analysisId: (await createAnalysis(SYSTEM, { name: "Reasons", question: { importIds, judges: [judge] } }))
        .analysisId,
      itemKey: worst?.itemKey ?? "",
      agent: worst?.agent ?? 0,
      dimension: "goal",
    });
    expect(reasons.ratings.filter(({ kind }) => kind === "human")).toHaveLength(worst?.humanRatings ?? -1);
    expect(reasons.ratings.some(({ kind }) => kind === "judge")).toBe(true);
    for (const name of [
      "bias",
      "leaderboard",
      "grid",
      "calibration",
      "bland-altman",
      "agreement",
      "annotators",
      "planner",
      "lines",
    ] as const)
      expect((await view(name)).finding.empty, name).toBeNull();
  });
});

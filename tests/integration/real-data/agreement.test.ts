import { describe, expect, test } from "vitest";
import type { ViewName } from "#lib/domain/analysis/findings/views.ts";
import type { AnalysisQuestionInput } from "#lib/domain/analysis/question.ts";
import { createAnalysis } from "#lib/operations/analysis/create-analysis.ts";
import { computeView } from "#lib/operations/analysis/engine/compute-view.ts";
import { getView } from "#lib/operations/analysis/get-view.ts";
import { listSources } from "#lib/operations/analysis/list-sources.ts";
import { withTestDatabase } from "#tests/support/database.ts";
import { withSettings } from "#tests/support/settings.ts";
import { importSharedRatings } from "./rating-files.ts";
import { hasSharedData, importShared, SKIP_NOTE, SYSTEM, temporaryDataDir } from "./shared-files.ts";

/** Taking in a file of 25,000 ratings, on a busy machine, in milliseconds. */
const IMPORT_TIME = 60_000;

withSettings({ DATA_DIR: temporaryDataDir() });

/** Everything is computed in this process: the tests are of the numbers. */
const INLINE = {
  computeView: ((question, view) =>
    computeView(question, view, { inlineRatings: Number.POSITIVE_INFINITY })) as typeof computeView,
};

async function findingOf<Name extends ViewName>(view: Name, question: AnalysisQuestionInput) {
  const { analysisId } = await createAnalysis(SYSTEM, { name: "Agreement", question: { resamples: 200, ...question } });
  return (await getView(SYSTEM, { analysisId, view }, INLINE)).finding;
}

describe.skipIf(!hasSharedData)(`the ceiling of the judge on HANNA${SKIP_NOTE}`, () => {
  withTestDatabase({ reset: "file" });

  /** Reliability within systems is far below that over all systems; a share of the wrong ceiling is half as large. */
  const WITHIN: [dimension: string, ceiling: number | null, share: number | null, pooled: number][] = [
    ["complexity", 0.37, 0.61, 0.73],
    ["empathy", 0.21, 0.94, 0.53],
    ["engagement", 0.16, 0.88, 0.63],
    ["relevance", 0.2, 0.9, 0.57],
    ["surprise", null, null, 0.3],
  ];

  test(
    "is that within systems, beside a correlation within systems",
    async () => {
      const importId = await importSharedRatings("judge-benchmarks/hanna-stories.jsonl");
      const [source] = (await listSources(SYSTEM, {})).imports;
      const judge = source?.judges.find(({ name }) => name.startsWith("ChatGPT"))?.key ?? "";
      const { rows } = await findingOf("agreement", { importIds: [importId], judges: [judge] });
      for (const [key, ceiling, share, pooled] of WITHIN) {
        const row = rows.find(({ dimension }) => dimension.key === key)!;
        const round = (value: number | null) => value && Number(value.toFixed(2));
        expect([key, round(row.ceiling.value), round(row.shareOfCeiling.value)]).toEqual([key, ceiling, share]);
        if (key !== "surprise") expect(row.pooledCeiling.value, key).toBeCloseTo(pooled, 2);
      }
    },
    IMPORT_TIME,
  );
});

describe.skipIf(!hasSharedData)(`people who rated an episode twice, SOTOPIA-π’s open files${SKIP_NOTE}`, () => {
  withTestDatabase({ reset: "file" });
  const FILES = ["mistral-instruct", "SR", "BC", "BC+SR", "gpt4", "gpt3.5"];

  test("are one person in agreement: 7 of 110 episodes, and the coefficients fall", async () => {
    await importShared("episodes/sotopia-pi_human-study-rated.partial.jsonl");
    const importIds: string[] = [];
    for (const name of FILES) importIds.push(await importSharedRatings(`human/sotopia-pi-official/${name}_final.csv`));
    const { rows } = await findingOf("agreement", { importIds, whichAgent: "both" });
    const row = (key: string) => rows.find(({ dimension }) => dimension.key === key)!;
    expect(row("goal").secondRatings).toBe(14);
    expect(row("social_rules").alphaInterval.value).toBeCloseTo(0.121, 3);
    expect(row("believability").iccSingle.value).toBeCloseTo(0.276, 3);
    expect(row("knowledge").iccSingle.value).toBeCloseTo(-0.179, 3);
  });
});

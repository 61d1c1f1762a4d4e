import { beforeAll, describe, expect, test } from "vitest";
import type { AgreementRow } from "#lib/domain/analysis/findings/agreement.ts";
import type { RatingMapping } from "#lib/domain/rating-imports/rating-mapping.ts";
import { describeSources } from "#lib/operations/analysis/describe-sources.ts";
import { listSources } from "#lib/operations/analysis/list-sources.ts";
import { withTestDatabase } from "#tests/support/database.ts";
import { withSettings } from "#tests/support/settings.ts";
import { ask } from "./questions.ts";
import { importSharedRatings } from "./rating-files.ts";
import { hasSharedData, SKIP_NOTE, SYSTEM, temporaryDataDir } from "./shared-files.ts";

withSettings({ DATA_DIR: temporaryDataDir() });

/** Taking in a file of 25,000 ratings, and looking at all of its judges, on a busy machine, in milliseconds. */
const BUSY = 120_000;

const DIMENSIONS = ["relevance", "coherence", "empathy", "surprise", "engagement", "complexity"] as const;

/** Tau-b × 100 of the file's notes, in the order of {@link DIMENSIONS}: over 960 machine stories, and over 10 system means. */
const NOTED: Record<string, { overall: number[]; systems: number[] }> = {
  ChatGPT: { overall: [15.2, 21.7, 20.1, 4.8, 18.9, 26.9], systems: [7, 73, 56, 7, 64, 72] },
  Beluga: { overall: [20.6, 25.6, 27.4, 16.6, 25.7, 31.8], systems: [49, 78, 73, 73, 73, 72] },
  Llama: { overall: [16.1, 18.0, 14.8, 12.1, 11.2, 25.6], systems: [64, 87, 54, 56, 73, 54] },
  Mistral: { overall: [21.6, 22.2, 20.4, 12.5, 20.9, 23.2], systems: [36, 60, 60, 51, 64, 63] },
};

/**
 * Two systems have the same sum of people's ratings on engagement, and two on complexity. The notes compare rounded means,
 * in which the last digit parts them by chance; with whole sums (worked with fractions) they are ties.
 */
const WITH_TIES: Record<string, [engagement: number, complexity: number]> = {
  ChatGPT: [64, 75],
  Beluga: [72, 70],
  Llama: [72, 52],
  Mistral: [64, 61],
};

/** Pearson’s correlation of ChatGPT over all 1,056 stories: pooled, within systems, of system means. */
const PEARSON: Record<string, [pooled: number, within: number, systems: number]> = {
  coherence: [0.56, 0.17, 0.91],
  complexity: [0.51, 0.22, 0.9],
  empathy: [0.43, 0.19, 0.87],
  engagement: [0.5, 0.14, 0.84],
  relevance: [0.43, 0.16, 0.91],
  surprise: [0.3, 0.04, 0.83],
};

/** The notebook keeps replies that nobody could read as −1 and 0; a scale that holds them lets them in. */
function withUnreadReplies(mapping: RatingMapping): RatingMapping {
  const table = mapping.table!;
  return { ...mapping, table: { ...table, scales: table.scales.map((scale) => ({ ...scale, min: -1 })) } };
}

describe.skipIf(!hasSharedData)(`correlations of four judges on HANNA${SKIP_NOTE}`, () => {
  withTestDatabase({ reset: "file" });
  let importId = "";
  const judges = new Map<string, string>();
  let systems: string[] = [];

  beforeAll(async () => {
    importId = (await importSharedRatings("judge-benchmarks/hanna-stories.jsonl", {}, withUnreadReplies)).id;
    const [source] = (await listSources(SYSTEM, {})).imports;
    for (const { key, name } of source?.judges ?? []) judges.set(name.split(/[,-]/)[0]!, key);
    const described = await describeSources(SYSTEM, { importIds: [importId], judges: [...judges.values()] });
    systems = described.policies.map(({ name }) => name);
  }, BUSY);

  async function rowsOf(judge: string, compared: readonly string[]): Promise<Map<string, AgreementRow>> {
    const policies = compared.map((name) => ({ label: name, names: [name] }));
    const view = await ask({ importIds: [importId], judges: [judges.get(judge)!], policies, resamples: 200 });
    const { finding } = await view("agreement");
    return new Map(finding.rows.map((row) => [row.dimension.key, row]));
  }

  test.each(Object.keys(NOTED))("%s: tau-b over stories and over systems", { timeout: BUSY }, async (judge) => {
    const rows = await rowsOf(
      judge,
      systems.filter((name) => name !== "Human"),
    );
    const inHundreds = (of: (row: AgreementRow) => number | null, digits: number) =>
      DIMENSIONS.map((key) => Number((100 * of(rows.get(key)!)!).toFixed(digits)));
    expect(inHundreds((row) => row.judgePooled.kendall.value, 1)).toEqual(NOTED[judge]!.overall);
    const bySystem = inHundreds((row) => row.judgePolicyLevel.kendall.value, 0);
    expect(bySystem).toEqual([...NOTED[judge]!.systems.slice(0, 4), ...WITH_TIES[judge]!]);
    for (const [place, value] of bySystem.entries())
      expect(Math.abs(value - NOTED[judge]!.systems[place]!)).toBeLessThanOrEqual(3);
    for (const row of rows.values()) {
      const [low, high] = row.judgePooled.kendall.interval!;
      expect(low).toBeLessThan(row.judgePooled.kendall.value!);
      expect(high).toBeGreaterThan(row.judgePooled.kendall.value!);
    }
  });

  test("ChatGPT: Pearson pooled, within systems and of their means", { timeout: BUSY }, async () => {
    const rows = await rowsOf("ChatGPT", systems);
    for (const [key, expected] of Object.entries(PEARSON)) {
      const { judgePooled, judgeWithinPolicies, judgePolicyLevel } = rows.get(key)!;
      const found = [judgePooled.pearson, judgeWithinPolicies.pearson, judgePolicyLevel.pearson];
      expect([key, ...found.map(({ value }) => Number(value!.toFixed(2)))]).toEqual([key, ...expected]);
    }
  });
});

import { describe, expect, test } from "vitest";
import { withTestDatabase } from "#tests/support/database.ts";
import { withSettings } from "#tests/support/settings.ts";
import { ask } from "./questions.ts";
import { importSharedRatings } from "./rating-files.ts";
import { hasSharedData, importShared, SKIP_NOTE, temporaryDataDir } from "./shared-files.ts";

withSettings({ DATA_DIR: temporaryDataDir() });

describe.skipIf(!hasSharedData)(`people who rated an episode twice, SOTOPIA-π’s open files${SKIP_NOTE}`, () => {
  withTestDatabase({ reset: "file" });
  const FILES = ["mistral-instruct", "SR", "BC", "BC+SR", "gpt4", "gpt3.5"];

  test("are one person in agreement: 7 of 110 episodes, and the coefficients fall", async () => {
    await importShared("episodes/sotopia-pi_human-study-rated.partial.jsonl");
    const importIds: string[] = [];
    for (const name of FILES)
      importIds.push((await importSharedRatings(`human/sotopia-pi-official/${name}_final.csv`)).id);
    const view = await ask({ importIds, whichAgent: "both", resamples: 200 });
    const { rows } = (await view("agreement")).finding;
    const row = (key: string) => rows.find(({ dimension }) => dimension.key === key)!;
    expect(row("goal").secondRatings).toBe(14);
    expect(row("social_rules").alphaInterval.value).toBeCloseTo(0.121, 3);
    expect(row("believability").iccSingle.value).toBeCloseTo(0.276, 3);
    expect(row("knowledge").iccSingle.value).toBeCloseTo(-0.179, 3);
  });
});

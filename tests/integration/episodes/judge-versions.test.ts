import { expect, it } from "vitest";
import { getEpisode } from "#lib/operations/episodes/get-episode.ts";
import { readJudgments } from "#lib/store/analysis-judgments.ts";
import { readCellReasons } from "#lib/store/analysis-reasons.ts";
import { listAnalysisSources } from "#lib/store/analysis-sources.ts";
import { withTestDatabase } from "#tests/support/database.ts";
import { episodeLog } from "./records.ts";
import { importText, jsonLines, SYSTEM, withDataFolder } from "./support.ts";

const database = withTestDatabase();
withDataFolder();

const file = (id: string, model = "gpt-4") => jsonLines([episodeLog({ id, models: [model, "a", "b"] })]);

it("keeps two versions of one judge apart, joins files of one version, and says what is not known", async () => {
  await importText(file("E1"), "one.jsonl");
  await importText(file("E2"), "two.jsonl", "0613");
  await importText(file("E3"), "three.jsonl", "0613");
  await importText(file("E4", "gpt-4-1106"), "four.jsonl");
  const { judges } = await listAnalysisSources();
  expect(judges.map(({ name, judgments }) => [name, judgments])).toEqual([
    ["gpt-4 (0613)", 2],
    ["gpt-4 (version not known)", 1],
    ["gpt-4-1106", 1],
  ]);
  const keys = judges.map(({ key }) => key.slice("judge:episodes:".length));
  const block = await readJudgments(keys);
  expect(block.raters.map(({ name, version }) => `${name}: ${version}`).sort()).toEqual([
    "gpt-4 (0613): 0613",
    "gpt-4-1106: gpt-4-1106",
    "gpt-4: ",
  ]);
});

it("shows the version with the ratings of an episode and with the reasons of a cell", async () => {
  await importText(file("E1"), "one.jsonl", "0613");
  const episode = await database.db.episode.findFirstOrThrow({ where: { sourceId: "E1" } });
  const { judgments } = await getEpisode(SYSTEM, { episodeId: episode.id });
  expect(judgments).toMatchObject([{ judgeName: "gpt-4", model: "gpt-4", version: "0613" }]);
  const [judge] = (await listAnalysisSources()).judges;
  const reasons = await readCellReasons(
    { studyIds: [], importIds: [], judges: [judge?.key ?? ""] },
    { itemKey: "E1", agent: 1, dimension: "goal" },
  );
  expect(reasons.map(({ rater }) => rater)).toEqual(["gpt-4 (0613)"]);
});

it("is said of an import whose episodes are all here already, and changes none of their judges", async () => {
  await importText(file("E1"), "one.jsonl");
  const again = await importText(file("E1"), "one.jsonl", "0613");
  expect(again).toMatchObject({ unchangedCount: 1, judgeVersion: "0613" });
  expect(await database.db.judge.findMany({ select: { version: true } })).toEqual([{ version: "" }]);
});

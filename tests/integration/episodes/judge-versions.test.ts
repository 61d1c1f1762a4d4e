import { describe, expect, it } from "vitest";
import { getEpisode } from "#lib/operations/episodes/get-episode.ts";
import { listJudges } from "#lib/operations/judges/list-judges.ts";
import { nameJudgeVersion } from "#lib/operations/judges/name-judge-version.ts";
import { readImportedRatings } from "#lib/store/analysis-imports.ts";
import { readJudgments } from "#lib/store/analysis-judgments.ts";
import { readCellReasons } from "#lib/store/analysis-reasons.ts";
import { listAnalysisSources } from "#lib/store/analysis-sources.ts";
import { readStamp } from "#lib/store/analysis-stamp.ts";
import { withTestDatabase } from "#tests/support/database.ts";
import { importRatings } from "../rating-imports/support.ts";
import { episodeLog } from "./records.ts";
import { importText, jsonLines, SYSTEM, user, withDataFolder } from "./support.ts";

const database = withTestDatabase();
withDataFolder();

const SCORES = ["believability", "relationship", "knowledge", "secret", "social_rules", "goal"];
const ONE_AGENT = Object.fromEntries([...SCORES, "financial_and_material_benefits"].map((key) => [key, 0]));
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

describe("a version that somebody names afterwards", () => {
  const named = async () => (await listJudges(SYSTEM, {})).judges.map(({ version, standing }) => [version, standing]);

  it("stands wherever the judge does, can be taken back, and ends when more ratings come without one", async () => {
    await importText(file("E1"), "one.jsonl");
    await importText(file("E2"), "two.jsonl", "0613");
    const { judges } = await listJudges(SYSTEM, {});
    const judgeKey = judges.find(({ standing }) => standing === "unknown")?.key ?? "";
    const sources = { studyIds: [], importIds: [], judges: [judgeKey] };
    const before = await readStamp(sources);
    await nameJudgeVersion(user("researcher"), { judgeKey, version: "1106" });
    expect(await readStamp(sources)).not.toEqual(before);
    expect((await listAnalysisSources()).judges.map(({ name }) => name).sort()).toEqual([
      "gpt-4 (0613)",
      "gpt-4 (1106)",
    ]);
    const { raters } = await readJudgments([judgeKey.slice("judge:episodes:".length)]);
    expect(raters).toMatchObject([{ key: judgeKey, name: "gpt-4 (1106)", version: "1106" }]);
    const episode = await database.db.episode.findFirstOrThrow({ where: { sourceId: "E1" } });
    expect((await getEpisode(SYSTEM, { episodeId: episode.id })).judgments).toMatchObject([{ version: "1106" }]);

    await nameJudgeVersion(user("researcher"), { judgeKey, version: "" });
    expect(await named()).toContainEqual(["", "unknown"]);
    expect(await readStamp(sources)).toEqual(before);
    await nameJudgeVersion(user("researcher"), { judgeKey, version: "1106" });
    await importText(file("E3"), "three.jsonl", "0613");
    expect(await named()).toContainEqual(["1106", "named"]);
    await importText(file("E4"), "four.jsonl");
    expect(await named()).toContainEqual(["", "overtaken"]);
    const audit = await database.db.auditEntry.findMany({
      where: { action: "judges.name-version" },
      orderBy: { id: "asc" },
    });
    expect(audit.map(({ after }) => after)).toEqual([
      { name: "gpt-4", version: "1106" },
      { name: "gpt-4", version: "" },
      { name: "gpt-4", version: "1106" },
    ]);
  });

  it("holds for a judge of files of ratings in the same way", async () => {
    const scores = (id: string) => JSON.stringify({ [id]: { agent1: ONE_AGENT, agent2: ONE_AGENT } });
    const judge = { name: "gpt-4", model: "", version: "", prompt: "" };
    await importRatings(scores("E1"), "one.json", { judge });
    const [found] = (await listJudges(SYSTEM, {})).judges;
    await nameJudgeVersion(user("researcher"), { judgeKey: found?.key ?? "", version: "0613" });
    const source = (await listAnalysisSources()).imports[0];
    expect(source?.judges).toEqual([{ key: found?.key, name: "gpt-4 (0613)" }]);
    const judgeKeys = [(found?.key ?? "").replace("judge:", "")];
    const { raters } = await readImportedRatings({ importIds: [source?.id ?? ""], judgeImportIds: [], judgeKeys });
    expect(raters).toMatchObject([{ name: "gpt-4 (0613)", version: "0613" }]);
    const reasons = await readCellReasons(
      { studyIds: [], importIds: [source?.id ?? ""], judges: [found?.key ?? ""] },
      { itemKey: "E1", agent: 1, dimension: "goal" },
    );
    expect(reasons.map(({ rater }) => rater)).toEqual(["gpt-4 (0613)"]);
    await importRatings(scores("E2"), "two.json", { judge });
    expect(await named()).toEqual([["", "overtaken"]]);
  });

  it("is refused where the source tells it", async () => {
    await importText(file("E1", "gpt-4-1106"), "one.jsonl");
    const [judge] = (await listJudges(SYSTEM, {})).judges;
    const naming = nameJudgeVersion(user("researcher"), { judgeKey: judge?.key ?? "", version: "0613" });
    await expect(naming).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

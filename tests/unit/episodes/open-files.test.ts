import { describe, expect, test } from "vitest";
import { episodeDocumentSchema } from "#lib/domain/episodes/episode.ts";
import { detectFileFormat } from "#lib/domain/episodes/import/file-format.ts";
import { parseRecord } from "#lib/domain/episodes/import/parse-record.ts";
import type { ParsedEpisode } from "#lib/domain/episodes/import/parsed-row.ts";
import { hasSharedData, readSharedBytes, recordsOf, rowsOf, SKIP_NOTE, sha256 } from "./support/shared-data.ts";

/** File, rows, shape, rows with the judge's fourteen ratings: the table of the data's README. */
const EPISODE_FILES: [file: string, rows: number, shape: string, rated: number][] = [
  ["sotopia-rl_example-episodes.hf", 14, "hugging-face", 14],
  ["sotopia-rl_example-episodes.as-episodelog", 14, "episode-log", 14],
  ["sotopia-rl_archive-example-episodes.hf-reduced", 21, "hugging-face-reduced", 21],
  ["microsoft-srb_test-episodes.hf", 2, "hugging-face", 2],
  ["microsoft-srb_test-episodes.as-episodelog", 2, "episode-log", 2],
  ["sotopia-pi_select-data-notebook.episodelog", 8, "episode-log", 8],
  ["sotopia-pi_select-data-utils-notebook.episodelog", 7, "episode-log", 7],
  ["sotopia-pi_scenario-analysis-notebook.episodelog", 1, "episode-log", 1],
  ["sotopia_redis-serialization-notebook.episodelog", 1, "episode-log", 1],
  ["sotopia-pi_human-study-rated.partial", 110, "study-partial", 0],
  ["sotopia-pi_human-study-otreezip-extra.partial", 148, "study-partial", 0],
  ["sotopia_human-eval-example-data.partial", 2, "study-partial", 0],
  ["sotopia-diplomacy_gpt4-annotation.episodelog-flat", 52, "episode-log-flat", 52],
  ["sotopia-diplomacy_llama3-70b-annotation.episodelog-flat", 52, "episode-log-flat", 51],
  ["sotopia-diplomacy_gpt4-analysis.episodelog-flat", 7, "episode-log-flat", 7],
  ["sotopia-diplomacy_llama3-70b-analysis.episodelog-flat", 7, "episode-log-flat", 7],
  ["sotopia-diplomacy_notebook-example.episodelog", 1, "episode-log", 1],
];
const GAME_LOGS = "sotopia_werewolves-elo-sample.multiagent";

function episodes(file: string): ParsedEpisode[] {
  return rowsOf(`episodes/${file}.jsonl`).filter(
    (row): row is ParsedEpisode => row.outcome === "ok" && row.kind === "episode",
  );
}

describe.skipIf(!hasSharedData)(`open episode files${SKIP_NOTE}`, () => {
  test.each(EPISODE_FILES)("%s: %i rows, all read as %s, %i of them rated", (file, rows, shape, rated) => {
    const found = episodes(file);
    expect(found).toHaveLength(rows);
    expect(new Set(found.map((episode) => episode.shape))).toEqual(new Set([shape]));
    expect(found.filter((episode) => episode.judgment?.ratings.length === 14)).toHaveLength(rated);
    for (const { judgment } of found) expect(judgment?.incomplete ?? []).toEqual([]);
  });

  test.each(EPISODE_FILES)("%s: every document is whole", (file) => {
    for (const episode of episodes(file)) {
      expect(episodeDocumentSchema.safeParse(episode.document).success, episode.sourceId).toBe(true);
      expect(episode.document.scenario, episode.sourceId).not.toBe("");
      for (const agent of episode.document.agents) {
        expect(agent.goal, episode.sourceId).not.toBe("");
        expect(agent.background, episode.sourceId).not.toMatch(/'s secrets:/);
      }
      const acting = episode.document.turns.filter((turn) => turn.type !== "none");
      expect(new Set(acting.map((turn) => turn.agent)).size, episode.sourceId).toBeGreaterThan(0);
      for (const turn of acting) {
        // Some gestures are empty in the source; nothing that was said is.
        expect(turn.type !== "speak" || turn.text.trim() !== "", `${episode.sourceId} turn ${turn.number}`).toBe(true);
        expect(turn.text, episode.sourceId).not.toMatch(/^said: /);
        expect(turn.text.includes("\u001b"), episode.sourceId).toBe(false);
      }
    }
  });

  test("416 distinct ids: 410 two-agent episodes and 6 game logs, which are refused", () => {
    const ids = new Set(EPISODE_FILES.flatMap(([file]) => episodes(file).map((episode) => episode.sourceId)));
    const refused = rowsOf(`episodes/${GAME_LOGS}.jsonl`);
    expect(refused.map((row) => row.outcome)).toEqual(Array(6).fill("refused"));
    const gameIds = recordsOf(`episodes/${GAME_LOGS}.jsonl`).map((record) => (record as { pk: string }).pk);
    expect(ids.size).toBe(410);
    expect(new Set([...ids, ...gameIds]).size).toBe(416);
  });

  test("two spellings of one source have the same dialogue", () => {
    for (const source of ["sotopia-rl_example-episodes", "microsoft-srb_test-episodes"]) {
      const published = episodes(`${source}.hf`);
      const renamed = episodes(`${source}.as-episodelog`);
      expect(published.map((episode) => episode.dialogueHash)).toEqual(renamed.map((episode) => episode.dialogueHash));
      expect(published[0]?.contentHash).not.toBe(renamed[0]?.contentHash);
      expect(published.map((episode) => episode.judgment)).toEqual(renamed.map((episode) => episode.judgment));
    }
  });

  test("63 study rows hold the text of another scenario, and no other row of the study does", () => {
    const study = ["sotopia-pi_human-study-rated.partial", "sotopia-pi_human-study-otreezip-extra.partial"];
    const marks = study.flatMap((file) => episodes(file).map((episode) => episode.rewardsPromptMark));
    expect(marks.filter((mark) => mark === "foreign")).toHaveLength(63);
    expect(marks.filter((mark) => mark === "matches")).toHaveLength(195);
  });

  test("most prompts of the published rows belong to other episodes", () => {
    const reasons = episodes("sotopia-rl_example-episodes.hf").map(
      (episode) => episode.rewardsPromptReason?.code ?? episode.rewardsPromptMark,
    );
    const count = (code: string) => reasons.filter((reason) => reason === code).length;
    expect([count("other-agents"), count("turn-prompt"), count("repair-prompt"), count("matches")]).toEqual([
      6, 6, 1, 1,
    ]);
  });

  test("stated overall scores agree with the seven", () => {
    for (const [file] of EPISODE_FILES)
      for (const episode of episodes(file))
        expect(
          episode.repairs.filter((repair) => repair.code === "overall-differs" || repair.code === "score-refused"),
        ).toEqual([]);
  });
});

describe.skipIf(!hasSharedData)(`open profile files${SKIP_NOTE}`, () => {
  test.each([
    ["profiles/agent_profiles.jsonl", 40, "agent-profile"],
    ["profiles/environment_profiles.jsonl", 90, "scenario"],
    ["profiles/relationship_profiles.jsonl", 120, "relationship"],
    ["profiles/env_agent_combo_storages.jsonl", 450, "scenario-combo"],
    ["tasks/extra_environment_profiles_sotopia-pi-rdb.jsonl", 386, "scenario"],
    ["tasks/extra_environment_profiles_sotopia-datagen.jsonl", 303, "scenario"],
  ])("%s: %i rows read as %s", (file, rows, kind) => {
    const found = rowsOf(file);
    expect(found.map((row) => (row.outcome === "ok" ? row.kind : row.reason))).toEqual(Array(rows).fill(kind));
  });
});

describe.skipIf(!hasSharedData)(`files that are something else${SKIP_NOTE}`, () => {
  test.each([
    "tasks/train-samples/sotopia_pi_gpt4_sft_overfit.json",
    "tasks/train-samples/gpt35_gpt4_prompt_response_pairs.json",
    "tasks/train-samples/sotopia_pi_utterance_reward_toy.first60.json",
    "tasks/train-samples/sotopia-pi_multiturn-data-no-zero-reward.sample24.jsonl",
    "tasks/used_env.json",
    "tasks/env_ids_hard14.json",
    "results/llm_ratings/gpt4_complete_gpt_score.json",
    "results/llm_ratings/gpt4_complete_pk_agent_pairs.json",
    "results/llm_ratings/gemini-2.5-flash_microsoft-srb_test_episodes_scores.jsonl",
    "results/sotopia-space_leaderboard_models_vs_gpt35.jsonl",
    "results/ai-liedar_safety.json",
    "human/sotopia-rl-utterance/reward_attribution_log_combined.jsonl",
    "human/public/topical_chat_usr.json",
  ])("%s: every row is refused with a sentence", (file) => {
    const records = recordsOf(file);
    expect(records.length).toBeGreaterThan(0);
    for (const record of records) {
      const row = parseRecord(record, { hash: sha256 });
      expect(row.outcome, JSON.stringify(row).slice(0, 300)).toBe("refused");
      if (row.outcome === "refused") expect(row.reason).toMatch(/^(This|These|The) .+ Accepted are /);
    }
  });

  test.each(["tasks/used_prompt.csv", "episodes/PROVENANCE.csv", "tasks/env_ids.txt"])(
    "%s is refused as a file",
    (file) => {
      expect(detectFileFormat(readSharedBytes(file))).toMatchObject({
        format: "refused",
        reason: expect.stringMatching(/Accepted are/),
      });
    },
  );
});

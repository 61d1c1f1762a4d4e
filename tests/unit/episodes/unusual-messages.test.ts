import { describe, expect, test } from "vitest";
import { EPISODE, episode } from "./support/records.ts";
import { episodeLogRecord, inventedEpisode, renderMessages } from "./support/rendering.ts";
import { repairCodes } from "./support/shared-data.ts";

describe("unusual messages", () => {
  const withTurns = (...turns: unknown[]) => {
    const messages = [(renderMessages(EPISODE)[0] as unknown[]).slice(0, 2), ...turns];
    return episode(episodeLogRecord({ messages, rewards_prompt: "" }));
  };

  test("both agents acting in one turn give two turns", () => {
    const found = withTurns([
      [EPISODE.names[0], "Environment", 'said: "Now"'],
      [EPISODE.names[1], "Environment", 'said: "Later"'],
    ]);
    expect(found.document.turns.map((turn) => [turn.agent, turn.text])).toEqual([
      [1, "Now"],
      [2, "Later"],
    ]);
  });

  test("private, unfinished and unknown forms", () => {
    const found = withTurns(
      [[EPISODE.names[0], "Environment", " [private to ['Tomas Lind']]  said: \"psst\""]],
      [[EPISODE.names[1], "Environment", 'said: "an unfinished']],
      [[EPISODE.names[0], "Environment", "waves without a word"]],
    );
    expect(found.document.turns.map((turn) => [turn.type, turn.text])).toEqual([
      ["speak", "psst"],
      ["speak", "an unfinished"],
      ["action", "waves without a word"],
    ]);
    expect(repairCodes(found)).toEqual(expect.arrayContaining(["private-message", "message-form"]));
  });

  test("tags, entities and markup in speech are not touched", () => {
    const text = `I <3 you & "me" <p viewer='agent_0'>only you</p> &amp; <script>alert(1)</script>`;
    const found = withTurns([[EPISODE.names[0], "Environment", `said: "${text}"`]]);
    expect(found.document.turns[0]?.text).toBe(text);
  });

  test("“I did nothing wrong” is speech, not silence", () => {
    const found = withTurns([[EPISODE.names[0], "Environment", 'said: "I did nothing wrong"']]);
    expect(found.document.turns[0]).toMatchObject({ type: "speak", text: "I did nothing wrong" });
  });

  test("two agents of one name are told apart by their places", () => {
    const same = inventedEpisode({ names: ["Kim Park", "Kim Park"], backgrounds: ["First.", "Second."] });
    const found = episode(episodeLogRecord({ rewards_prompt: "" }, same));
    expect(found.document.turns.map((turn) => turn.agent)).toEqual([1, 2, 1, 2, 1, 2]);
    expect(found.document.agents.map((agent) => agent.goal)).toEqual(same.goals);
  });
});

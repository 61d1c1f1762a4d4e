import { describe, expect, test } from "vitest";
import { EPISODE, episode, lookup, PARTIAL, SCENARIO } from "./support/records.ts";
import {
  episodeLogRecord,
  inventedEpisode,
  renderContextLines,
  renderMessages,
  renderPrompt,
} from "./support/rendering.ts";
import { repairCodes } from "./support/shared-data.ts";

describe("what each agent could see", () => {
  test("comes from the other’s own context, stranger’s “Unknown” included", () => {
    const messages = renderMessages(EPISODE);
    const second = messages[0]?.[1] as [string, string, string];
    second[2] = second[2].replace(/(Ines Okafor's background:)[^\n]*/, "$1 Unknown");
    const [first, other] = episode(episodeLogRecord({ messages })).document.agents;
    expect(first.seenByOther).toBe("");
    expect(other.seenByOther).toBe(EPISODE.backgrounds[1]);
    expect(other.seenByOther).not.toContain("secrets");
  });

  test("a secret that was shown is not hidden from the researcher", () => {
    const leaky = `${EPISODE.backgrounds[0]} Ines's secrets: ${EPISODE.secrets[0]}`;
    const messages = renderMessages(EPISODE);
    const second = messages[0]?.[1] as [string, string, string];
    second[2] = second[2].replace(/Ines Okafor's background:[^\n]*/, `Ines Okafor's background: ${leaky}`);
    expect(episode(episodeLogRecord({ messages })).document.agents[0].seenByOther).toBe(leaky);
  });

  test.each([
    [0, ""],
    [1, "Ines Okafor"],
    [2, EPISODE.backgrounds[0].split(" Personality")[0]],
    [3, EPISODE.backgrounds[0]],
    [5, EPISODE.backgrounds[0]],
  ])("relationship %i, where the text does not tell", (relationship, expected) => {
    const found = episode(PARTIAL, lookup({ ...SCENARIO, relationship }));
    expect(found.relationship).toBe(relationship);
    expect(found.document.agents[0].seenByOther).toBe(expected);
  });

  test("stays open without a relationship, and for biographies in the old wording", () => {
    expect(episode(PARTIAL).document.agents[0].seenByOther).toBeNull();
    const backgrounds: [string, string] = ["Ines Okafor is a 33-year-old Woman Tram Driver. She/her pronouns.", "B."];
    const old = episode({ ...PARTIAL, rewards_prompt: renderPrompt(inventedEpisode({ backgrounds })) }, lookup());
    expect(old.document.agents[0].seenByOther).toBeNull();
    expect(repairCodes(old)).toContain("background-before-fix");
  });

  test("`context2` tells what agent 2 was shown", () => {
    const shown = inventedEpisode({ backgrounds: ["A tram driver.", EPISODE.backgrounds[1]] });
    const found = episode({ ...PARTIAL, context2: `\n${renderContextLines(shown, 1)}\nConversation Starts:\n` });
    expect(found.document.agents[0].seenByOther).toBe("A tram driver.");
  });
});

import { describe, expect, test } from "vitest";
import { createRepairLog } from "#lib/domain/episodes/import/fields.ts";
import { parseLegacyPrompt } from "#lib/domain/episodes/import/legacy-transcript.ts";
import { readAsOriginal } from "./support/original-parser.ts";
import { inventedEpisode, renderPrompt } from "./support/rendering.ts";
import { hasSharedData, recordsOf, SKIP_NOTE } from "./support/shared-data.ts";

// The rebuilt original must show the original's faults, or a comparison with it says nothing.
describe("the rebuilt original", () => {
  test("reads a plain prompt as described", () => {
    const read = readAsOriginal(renderPrompt(inventedEpisode()));
    expect(read.names).toEqual(["Ines Okafor", "Tomas Lind"]);
    expect(read.conversation.map((turn) => turn.speaker)).toEqual(
      [1, 2, 1, 1, 2].map((seat) => read.names[seat - 1]), // the silence is dropped
    );
    expect(read.conversation[0]?.dialogue).toBe('"Good morning, Tomas. Is your ladder free?"');
    expect(read.conversation.at(-1)?.dialogue).toBe("Tomas Lind left the conversation.");
    expect(read.info[0]).toMatchObject({
      profession: "female tram driver",
      pronouns: "She/her",
      secrets: "She failed the first driving test",
    });
  });

  test.each([
    ["Jean-Luc Picard", true],
    ["Miles O'Brien", true],
    ["Ava McKenzie", false],
    ["José García", false],
  ])("the name %s: read = %s", (name, isRead) => {
    const backgrounds: [string, string] = [
      inventedEpisode().backgrounds[0].replaceAll("Ines Okafor", name),
      inventedEpisode().backgrounds[1],
    ];
    const prompt = renderPrompt(inventedEpisode({ names: [name, "Tomas Lind"], backgrounds }));
    if (isRead) expect(readAsOriginal(prompt).names[0]).toBe(name);
    else expect(() => readAsOriginal(prompt)).toThrow("name field is None");
    expect(parseLegacyPrompt(prompt, createRepairLog())).toMatchObject({ context: { names: [name, "Tomas Lind"] } });
  });

  test("cuts secrets and goals short, credits whoever is mentioned first, counts recited turns; ours does not", () => {
    const prompt = renderPrompt(
      inventedEpisode({
        secrets: ["Stole money. Hid it at home", "None of note."],
        goals: ["Find a friend.\nYou know: Ann", "Wait"],
        turns: [
          { agent: 2, type: "speak", text: "Hello Ines Okafor" },
          { agent: 1, type: "speak", text: "As of Turn #3: we stop" },
        ],
      }),
    );
    const original = readAsOriginal(prompt);
    expect(original.info[0]?.secrets).toBe("Stole money");
    expect(original.goals[0]).toBe("Find a friend.");
    expect(original.conversation[0]?.speaker).toBe("Ines Okafor");
    expect(original.conversation[1]?.dialogue).toBe('"As of');
    const ours = parseLegacyPrompt(prompt, createRepairLog());
    if ("problem" in ours) throw new Error(ours.problem);
    expect(ours.context.secrets[0]).toBe("Stole money. Hid it at home");
    expect(ours.context.goals[0]).toBe("Find a friend.\nYou know: Ann");
    expect(ours.turns.map((turn) => [turn.agent, turn.text])).toEqual([
      [2, "Hello Ines Okafor"],
      [1, "As of Turn #3: we stop"],
    ]);
  });
});

type Difference = "original fails" | "turn count" | "speaker";

/** How the original's reading of a record differs from ours; silences, which it drops, do not count. */
function differenceOf(prompt: string): Difference | null {
  const ours = parseLegacyPrompt(prompt, createRepairLog());
  if ("problem" in ours) throw new Error(ours.problem);
  const turns = ours.turns.filter((turn) => turn.type !== "none");
  try {
    const { conversation } = readAsOriginal(prompt);
    if (conversation.length !== turns.length) return "turn count";
    return turns.every((turn, index) => ours.context.names[turn.agent - 1] === conversation[index]?.speaker)
      ? null
      : "speaker";
  } catch {
    return "original fails";
  }
}

describe.skipIf(!hasSharedData)(`on the study’s own records${SKIP_NOTE}`, () => {
  const FILES = ["sotopia-pi_human-study-rated.partial", "sotopia-pi_human-study-otreezip-extra.partial"];

  test("ours reads all 258; these are all the differences", () => {
    const found: Record<string, Difference> = {};
    let read = 0;
    for (const file of FILES)
      for (const record of recordsOf(`episodes/${file}.jsonl`) as { pk: string; rewards_prompt: string }[]) {
        const difference = differenceOf(record.rewards_prompt);
        read += 1;
        if (difference) found[record.pk] = difference;
      }
    expect(read).toBe(258);
    expect(found).toEqual({
      // A biography without the personality part, or with its beginning missing.
      "01HP5M3WNQDWP9VKDD5FH43FNB": "original fails",
      "01HP5MWA6Q6X4E27M9QMRAKHBW": "original fails",
      "01HB44THFBJFQPXRV92P8ZAMM5": "original fails",
      // A secret in the other's goal line.
      "01H8ZFVEW3BSXKVC60ZAS8FY6H": "original fails",
      // A recited transcript.
      "01HNBCQQRFA7332019G6ABD7Y6": "turn count",
      // The other agent's full name inside the utterance.
      "01HNBC6F13KMQT4Y22Z9DP59CA": "speaker",
      "01HNBC9CQF53R4FDWWF3B5FG37": "speaker",
      "01HFCVCENG961WDW2MHB77K7ND": "speaker",
    });
  });

  test("agents alternate in every record of ours", () => {
    for (const file of FILES)
      for (const record of recordsOf(`episodes/${file}.jsonl`) as { pk: string; rewards_prompt: string }[]) {
        const ours = parseLegacyPrompt(record.rewards_prompt, createRepairLog());
        if ("problem" in ours) throw new Error(ours.problem);
        ours.turns.forEach((turn, index) => {
          expect(turn.agent, `${record.pk} turn ${turn.number}`).not.toBe(ours.turns[index - 1]?.agent);
        });
      }
  });
});

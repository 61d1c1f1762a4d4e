import { describe, expect, test } from "vitest";
import type { Turn } from "#lib/domain/episodes/episode.ts";
import { findSelfNaming } from "#lib/domain/episodes/self-naming.ts";
import { hasSharedData, rowsOf, SKIP_NOTE } from "./support/shared-data.ts";

function says(text: string): Turn[] {
  return [{ number: 4, agent: 2, type: "speak", text }];
}

describe("findings", () => {
  test.each([
    ["As an AI, I cannot do that.", "as an AI"],
    ["as an artificial intelligence I have no ladder", "as an AI"],
    ["I'm just an AI, sorry.", "I am an AI"],
    ["I am a chatbot.", "I am an AI"],
    ["I am a large language model.", "language model"],
    ["I’m your helpful assistant today.", "AI assistant"],
    ["I was trained by OpenAI to help.", "trained by"],
    ["My training data ends there.", "knowledge cutoff"],
    ["That is what ChatGPT would say.", "ChatGPT"],
    ["GPT-4 says hello.", "GPT"],
    ["Ask gpt-3.5 about it.", "GPT"],
    ["Made by Anthropic.", "Anthropic"],
    ["I run on Claude 3.", "Claude"],
    ["My name is Claude, an AI.", "Claude"],
    ["We are Mistral-7B.", "Mistral"],
    ["mixtral here", "Mistral"],
    ["I am Llama 2.", "Llama"],
    ["LLaMA is my name.", "Llama"],
    ["Gemini Pro at your service", "Gemini"],
    ["Better than DeepSeek.", "other model"],
    ["[/INST] Sure", "training placeholder"],
    ["<|im_end|>", "training placeholder"],
  ])("%s", (text, pattern) => {
    const found = findSelfNaming(says(text));
    expect(found.map((finding) => finding.pattern)).toContain(pattern);
    expect(found[0]).toMatchObject({ turn: 4, agent: 2, excerpt: text });
  });

  test.each([
    "Claude called; he is bringing the ladder.",
    "I met Claude Monet's neighbour. Claude is kind.",
    "We saw a llama at the zoo, and two llamas more.",
    "I'm a Gemini and she is a Leo.",
    "The mistral blows in spring.",
    "A falcon, a bard and a sonnet.",
    "I work as an AI researcher in Lyon.",
    "I am an AI engineer.",
    "I'm an assistant at the library.",
    "As an aide, I carry files.",
    "She said: as an airline pilot I sleep little.",
    "My model railway runs. It was trained by nobody.",
    "I was made by my mother to come.",
    "Have you read about artificial intelligence?",
    "I was trained by a master carpenter.",
  ])("no finding: %s", (text) => {
    expect(findSelfNaming(says(text))).toEqual([]);
  });

  test("one finding per turn and pattern, in the order of the turns, with a short excerpt around it", () => {
    const long = `${"word ".repeat(60)}as an AI, as an AI ${"word ".repeat(60)}`;
    const found = findSelfNaming([...says(long), { number: 5, agent: 1, type: "action", text: "opens ChatGPT" }]);
    expect(found.map((finding) => [finding.turn, finding.agent, finding.pattern])).toEqual([
      [4, 2, "as an AI"],
      [5, 1, "ChatGPT"],
    ]);
    expect(found[0]?.excerpt.length).toBeLessThanOrEqual(120);
    expect(found[0]?.excerpt).toMatch(/^….*as an AI.*…$/);
  });
});

describe.skipIf(!hasSharedData)(`on the open episodes${SKIP_NOTE}`, () => {
  test("few turns of the study’s 110 rated episodes are findings", () => {
    const turns = rowsOf("episodes/sotopia-pi_human-study-rated.partial.jsonl").flatMap((row) =>
      row.outcome === "ok" && row.kind === "episode" ? row.document.turns : [],
    );
    expect(turns.length).toBeGreaterThan(1000);
    expect(findSelfNaming(turns).length).toBeLessThanOrEqual(5);
  });
});

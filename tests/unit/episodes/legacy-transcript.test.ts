import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRepairLog } from "#lib/domain/episodes/import/fields.ts";
import { type LegacyTranscript, parseLegacyPrompt } from "#lib/domain/episodes/import/legacy-transcript.ts";
import { parseSocialInteractions } from "#lib/domain/episodes/import/social-interactions.ts";
import {
  expectedTurns,
  type Invented,
  inventedEpisode,
  renderInteractions,
  renderPrompt,
} from "./support/rendering.ts";

function parse(prompt: string): LegacyTranscript & { repairs: string[] } {
  const log = createRepairLog();
  const read = parseLegacyPrompt(prompt, log);
  if ("problem" in read) throw new Error(read.problem);
  return { ...read, repairs: log.repairs.map((repair) => repair.code) };
}

function speech(...texts: string[]): Invented["turns"] {
  return texts.map((text, index) => ({ agent: index % 2 === 0 ? 1 : 2, type: "speak", text }));
}

describe("an evaluator’s prompt", () => {
  test.each([
    ["line", 1],
    ["line", 0],
    ["colon", 0],
    ["colon", 1],
  ] as const)("with headers of style %s, counted from %i, gives context and turns back", (style, from) => {
    const episode = inventedEpisode();
    const read = parse(renderPrompt(episode, style, from));
    expect(read.context).toMatchObject({
      names: episode.names,
      scenario: episode.scenario,
      backgrounds: episode.backgrounds,
      secrets: episode.secrets,
      goals: episode.goals,
    });
    expect(read.turns).toEqual(expectedTurns(episode));
    expect(read.repairs).toEqual([]);
  });

  test("the request after the dialogue and the terminal’s colour code are cut off", () => {
    const episode = inventedEpisode();
    const prompt = `${renderPrompt(episode)}\nBased on previous interactions, rate them.\n{"schema": true}\u001b[0m`;
    expect(parse(prompt).turns).toEqual(expectedTurns(episode));
  });

  test("a last header with nothing but a comma is a silence", () => {
    const episode = inventedEpisode({ turns: [...speech("One.", "Two."), { agent: 1, type: "none", text: "" }] });
    expect(renderPrompt(episode)).toMatch(/Turn #3,$/);
    expect(parse(renderPrompt(episode)).turns).toEqual(expectedTurns(episode));
  });

  test("only the exporter’s comma is taken from the last turn", () => {
    const episode = inventedEpisode({ turns: [{ agent: 1, type: "action", text: "looks left, right," }] });
    expect(parse(renderPrompt(episode)).turns[0]?.text).toBe("looks left, right,");
  });

  test.each([
    ["capitals inside", ["Ava McKenzie", "Leo DeSouza"]],
    ["an apostrophe", ["Miles O'Brien", "D'Arcy N'Dour"]],
    ["letters outside ASCII", ["José García", "Łukasz Żak"]],
    ["another script", ["Анна Ли", "王 小明"]],
    ["one word and many", ["Zed", "Jean-Luc van der Berg"]],
    ["the word “and”", ["Rosencrantz and Sons", "Mia Stone"]],
    ["one beginning like the other", ["Ann Lee", "Ann Lee-Smith"]],
  ] as [string, [string, string]][])("names with %s are read", (_what, names) => {
    const episode = inventedEpisode({ names, backgrounds: ["A person.", "Another person."] });
    const read = parse(renderPrompt(episode));
    expect(read.context.names).toEqual(names);
    expect(read.context.secrets).toEqual(episode.secrets);
    expect(read.turns).toEqual(expectedTurns(episode));
  });

  test("two agents of one name are told apart by the order of turns", () => {
    const episode = inventedEpisode({
      names: ["Kim Park", "Kim Park"],
      turns: speech("I am first.", "I am second.", "First again."),
    });
    const read = parse(renderPrompt(episode));
    expect(read.turns).toEqual(expectedTurns(episode));
    expect(read.context.goals).toEqual(episode.goals);
    expect(read.repairs).toContain("speaker-guessed");
  });

  test("whoever is mentioned in speech does not become the speaker", () => {
    const episode = inventedEpisode({
      turns: speech("Hello, Tomas Lind.", "Hello Ines Okafor said: no, she did not."),
    });
    expect(parse(renderPrompt(episode)).turns.map((turn) => turn.agent)).toEqual([1, 2]);
  });

  test("secrets, goals and scenarios of several sentences and lines are whole", () => {
    const episode = inventedEpisode({
      scenario: "First line.\nSecond line: with a colon.",
      secrets: ["Stole money. Hid it at home", "Has a twin. Told nobody. Never will."],
      goals: ["Find a friend in common.\nYou know: Ann\nBob", "Say no.\n\nThen say yes."],
    });
    const { context } = parse(renderPrompt(episode));
    expect([context.scenario, context.secrets, context.goals]).toEqual([
      episode.scenario,
      episode.secrets,
      episode.goals,
    ]);
  });

  test("quotes inside an utterance and around an action’s words stay", () => {
    const episode = inventedEpisode({
      turns: [
        { agent: 1, type: "speak", text: 'She said "no" and "never", twice.' },
        { agent: 2, type: "action", text: 'holds a "sold" sign' },
        { agent: 1, type: "speak", text: "As of Turn #3: we stop" },
      ],
    });
    expect(parse(renderPrompt(episode)).turns).toEqual(expectedTurns(episode));
  });

  test("doubled quotation marks are taken off once, and said so", () => {
    const read = parse(renderPrompt(inventedEpisode({ turns: speech('"Thanks!"', 'He wrote "x" and "y"') })));
    expect(read.turns.map((turn) => turn.text)).toEqual(["Thanks!", 'He wrote "x" and "y"']);
    expect(read.repairs).toEqual(["doubled-quotes"]);
  });

  test.each(["line", "colon"] as const)("a transcript recited in a %s log stays inside its utterance", (style) => {
    const recital =
      'To sum up:\n\nTurn #0: Ines Okafor said: "Hi"\n\nTurn #1: Tomas Lind said: "Ho"\n\nTurn #2: none\n\nTurn #3: leave"';
    const episode = inventedEpisode({ turns: speech("Hi", recital, "What was that?", "Nothing.") });
    const read = parse(renderPrompt(episode, style));
    expect(read.turns).toEqual(expectedTurns(episode));
    expect(read.repairs).toContain("ambiguous-turn");
  });

  test("a recital in the log’s own style that goes on with the numbers is told by its quotes", () => {
    const recital = 'I dreamt this:\nTurn #3\nInes Okafor said: "Yes"\nTurn #4\nTomas Lind said: "No"\nthe end';
    const episode = inventedEpisode({ turns: speech("Hi", recital, "Odd.", "Very.") });
    expect(parse(renderPrompt(episode)).turns).toEqual(expectedTurns(episode));
  });

  test("a header glued to the line before is still a header", () => {
    const episode = inventedEpisode({ turns: speech("One.", "Two.", "Three.") });
    const read = parse(renderPrompt(episode, "colon").replace("\nTurn #2:", "Turn #2:"));
    expect(read.turns).toEqual(expectedTurns(episode));
    expect(read.repairs).toEqual(["message-form"]);
  });

  test.each([
    [
      "no participants",
      'Here is the context of this interaction:\nScenario: x\nTurn #1\nA said: "x"',
      /names no participants/,
    ],
    [
      "three participants",
      "Here is the context of this interaction:\nScenario: x\nParticipants: A, B, and C\n",
      /not two names|more than two/,
    ],
    ["one participant", "Here is the context of this interaction:\nScenario: x\nParticipants: Solo\n", /not two names/],
  ])("%s is a problem, in words", (_what, prompt, problem) => {
    const read = parseLegacyPrompt(prompt, createRepairLog());
    expect("problem" in read && read.problem).toMatch(problem);
  });

  test("a prompt made to take long takes little", () => {
    const episode = inventedEpisode({ turns: speech("x") });
    const hostile = `${renderPrompt(episode).slice(0, -1)}\n${'Turn #2\nTomas Lind said: "\n'.repeat(20_000)}`;
    const start = performance.now();
    parseLegacyPrompt(hostile, createRepairLog());
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});

const utterance = fc
  .string({ unit: "binary", minLength: 1, maxLength: 80 })
  .map((text) =>
    text
      .replaceAll("\u001b", "")
      .replace(/[\r"]|Turn #/g, "")
      .trim(),
  )
  .filter((text) => text !== "" && !text.includes("Based on previous interactions"));
const spoken = fc
  .tuple(utterance, fc.constantFrom("", ' "quoted" ', "\n\n", " Tomas Lind said: "))
  .map(([text, extra]) => `${text}${extra}${text}`);
const action = fc.oneof(
  spoken.map((text) => ({ type: "speak" as const, text })),
  utterance.map((text) => ({ type: "action" as const, text: `steps ${text.replaceAll("\n", " ")} back` })),
  utterance.map((text) => ({
    type: "non-verbal communication" as const,
    text: `nods ${text.replaceAll("\n", " ")} twice`,
  })),
  fc.constant({ type: "none" as const, text: "" }),
);
const dialogue = fc
  .array(action, { minLength: 1, maxLength: 20 })
  .map((actions) => actions.map((turn, index) => ({ ...turn, agent: (index % 2 === 0 ? 1 : 2) as 1 | 2 })))
  .filter((turns) => turns.some((turn) => turn.type !== "none"));

describe("properties", () => {
  test("a rendered prompt gives its turns back, whatever is said", () => {
    fc.assert(
      fc.property(
        dialogue,
        fc.constantFrom("line" as const, "colon" as const),
        fc.constantFrom(0, 1),
        (turns, style, from) => {
          const episode = inventedEpisode({ turns });
          expect(parse(renderPrompt(episode, style, from)).turns).toEqual(expectedTurns(episode));
        },
      ),
      { numRuns: 300 },
    );
  });

  test("a rendered export gives its turns back, whatever is said", () => {
    const closed = dialogue.filter((turns) => turns[0]?.type !== "none" && turns.at(-1)?.type !== "none");
    fc.assert(
      fc.property(closed, (turns) => {
        const episode = inventedEpisode({ turns });
        expect(parseSocialInteractions(renderInteractions(episode), episode.names, createRepairLog())).toEqual(
          expectedTurns(episode),
        );
      }),
      { numRuns: 300 },
    );
  });
});

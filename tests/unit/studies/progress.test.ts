import { describe, expect, it } from "vitest";
import { countWarnings, itemWarnings, type WarnedEpisode } from "#lib/domain/studies/item-warnings.ts";
import { buildDistributions } from "#lib/domain/studies/progress.ts";

describe("distributions", () => {
  const scales = [{ id: "goal", min: -1, max: 2 }];

  it("lays counts on every integer of the scale, with n and mean per agent", () => {
    const [goal] = buildDistributions(scales, [
      { dimension: "goal", agent: 1, score: 2, count: 3 },
      { dimension: "goal", agent: 1, score: -1, count: 1 },
      { dimension: "other", agent: 1, score: 0, count: 9 },
    ]);
    expect(goal?.agents[0]).toEqual({
      agent: 1,
      n: 4,
      mean: 1.25,
      counts: [
        { score: -1, count: 1 },
        { score: 0, count: 0 },
        { score: 1, count: 0 },
        { score: 2, count: 3 },
      ],
    });
    expect(goal?.agents[1]).toMatchObject({ n: 0, mean: null });
  });
});

describe("warnings about items", () => {
  const episode = (changes: Partial<WarnedEpisode>): WarnedEpisode => ({
    episodeId: "e1",
    sourceId: "s1",
    label: "Ada and Ben",
    promptMark: "matches",
    promptMarkReason: "",
    conflictState: null,
    dialogueHash: "",
    turns: [{ number: 1, agent: 1, type: "speak", text: "The tide is early." }],
    ...changes,
  });

  it("finds nothing in ordinary episodes", () => {
    expect(countWarnings(itemWarnings([episode({}), episode({ episodeId: "e2", sourceId: "s2" })]))).toBe(0);
  });

  it("names agents that call themselves programs, foreign prompts, open conflicts and doubles", () => {
    const warnings = itemWarnings([
      episode({ turns: [{ number: 1, agent: 2, type: "speak", text: "As an AI language model, I cannot row." }] }),
      episode({ episodeId: "e2", sourceId: "s2", promptMark: "foreign", promptMarkReason: "Names another scenario." }),
      episode({ episodeId: "e3", sourceId: "s3", conflictState: "open", dialogueHash: "d" }),
      episode({ episodeId: "e4", sourceId: "s3", dialogueHash: "x" }),
      episode({ episodeId: "e5", sourceId: "s5", dialogueHash: "d" }),
    ]);
    expect(warnings.selfNaming).toMatchObject([{ episodeId: "e1", turn: 1, agent: 2 }]);
    expect(warnings.foreign).toMatchObject([{ episodeId: "e2", note: "Names another scenario." }]);
    expect(warnings.openConflicts.map((item) => item.episodeId)).toEqual(["e3"]);
    expect(warnings.duplicates.map((item) => item.episodeId)).toEqual(["e4", "e5"]);
    expect(countWarnings(warnings)).toBe(5);
  });
});

import { describe, expect, test } from "vitest";
import { recognizeCondition } from "#lib/domain/analysis/replication/conditions.ts";
import { gatherMaterial } from "#lib/domain/analysis/replication/gather-material.ts";
import type { BothAgents, EpisodeFacts, RatingRow } from "#lib/domain/analysis/replication/material.ts";
import { asPrinted, printsAs, roundAsPrinted } from "#lib/domain/analysis/replication/printed.ts";
import { SOTOPIA_DIMENSION_IDS } from "#lib/domain/dimensions/sotopia-dimensions.ts";

const BASE_TAG = "mistral-instruct_gpt-3.5-turbo_test";
const SCORES = Object.fromEntries(SOTOPIA_DIMENSION_IDS.map((id) => [id, 0]));

function facts(id: string, change: Partial<EpisodeFacts> = {}): EpisodeFacts {
  return { id, tag: BASE_TAG, policies: ["custom_model", "gpt-3.5-turbo"], scenario: `Scene ${id}`, ...change };
}

function row(episode: string, change: Partial<RatingRow> = {}): RatingRow {
  const { rater = "r1", line = 1 } = change;
  return { episode, conditionName: "mistral", shownScenario: "", rater, line, scores: [SCORES, SCORES], ...change };
}

const JUDGED: BothAgents = [
  [9, 0, 0, 0, 0, 0, 8],
  [9, 0, 0, 0, 0, 0, 2],
];

describe("conditions", () => {
  test.each([
    ["sft-selftrain-round-1-filtered-top-4_checkpoint_improve-0_epoch-5_gpt-3.5-turbo_test", "", "bc+sr"],
    ["sft-round-2_checkpoint_improve-0_epoch-20_gpt-3.5-turbo_test", "mistral", "bc"],
    ["gpt-4_gpt-3.5-turbo_v0.0.1_clean", "", "gpt-4"],
    ["gpt-3.5-turbo_gpt-3.5-turbo_v0.0.1_clean", "", "gpt-3.5"],
    ["", "mistral-selftrain-round56", "sr"],
    ["", "BC-selftrain-1", "bc+sr"],
    ["", "gpt3.5", "gpt-3.5"],
    ["somebody-else_v2", "llama", null],
  ])("tag “%s” and name “%s” are %s", (tag, name, condition) => {
    expect(recognizeCondition(tag, name)).toBe(condition);
  });
});

describe("gathering the study", () => {
  test("the seat that GPT-3.5 does not hold is under study, both where it holds both", () => {
    const episodes = [
      facts("a"),
      facts("b", { policies: ["gpt-3.5-turbo", "custom_model"] }),
      facts("c", { policies: ["gpt-3.5-turbo", "gpt-3.5-turbo"], tag: "gpt-3.5-turbo_gpt-3.5-turbo_x" }),
    ];
    const file = { name: "f", rows: [row("a"), row("b"), row("c", { conditionName: "gpt3.5" })] };
    const { episodes: found } = gatherMaterial([file], episodes, []);
    expect(found.map(({ id, studied }) => [id, studied])).toEqual([
      ["a", [1]],
      ["b", [2]],
      ["c", [1, 2]],
    ]);
  });

  test("of two revisions the fuller one counts and the other is named", () => {
    const episodes = [facts("a"), facts("b")];
    const newer = { name: "new.csv", rows: [row("a"), row("a", { rater: "r2" }), row("b")] };
    const older = { name: "old.csv", rows: [row("a"), row("b")] };
    const { episodes: found, notes } = gatherMaterial([older, newer], episodes, []);
    expect(found.find(({ id }) => id === "a")?.annotations).toHaveLength(2);
    expect(notes).toContainEqual(expect.stringContaining("old.csv (Mistral-7B, 2 rows) was set aside"));
  });

  test("revisions of one length: the one that tells the shown scenario counts", () => {
    const told = { name: "z.csv", rows: [row("a", { shownScenario: "Two friends\n camp" })] };
    const silent = { name: "a.csv", rows: [row("a")] };
    const { episodes } = gatherMaterial([silent, told], [facts("a")], []);
    expect(episodes[0]?.scenario).toBe("Two friends camp");
  });

  test("files without a common episode are parts and count together", () => {
    const parts = [
      { name: "1.csv", rows: [row("a")] },
      { name: "2.csv", rows: [row("b")] },
    ];
    expect(gatherMaterial(parts, [facts("a"), facts("b")], []).episodes).toHaveLength(2);
  });

  test("without a told scenario the episode’s own is the key", () => {
    const { episodes } = gatherMaterial([{ name: "f", rows: [row("a")] }], [facts("a")], []);
    expect(episodes[0]?.scenario).toBe("Scene a");
  });

  test("a told scenario that is not the episode’s is used and said", () => {
    const file = { name: "f", rows: [row("a", { shownScenario: "Elsewhere" })] };
    const { episodes, notes } = gatherMaterial([file], [facts("a")], []);
    expect(episodes[0]?.scenario).toBe("Elsewhere");
    expect(notes).toContainEqual(expect.stringContaining("not that of the episode (a)"));
  });

  test("rows of unknown episodes, rows with a gap and other studies are left out; the first two are said", () => {
    const gap = row("a", { scores: [{ ...SCORES }, { goal: 1 }] });
    const file = { name: "f", rows: [row("a"), gap, row("unknown"), row("x", { conditionName: "llama" })] };
    const episodes = [facts("a"), facts("x", { tag: "llama_v1" })];
    const { episodes: found, notes } = gatherMaterial([file], episodes, []);
    expect(found.map(({ id, annotations }) => [id, annotations.length])).toEqual([["a", 1]]);
    expect(notes).toContainEqual(expect.stringContaining("1 row on 1 episode that are not among the files"));
    expect(notes).toContainEqual(expect.stringContaining("missing score, as the authors’ filter does: 1 row."));
  });

  test("one person twice on an episode is kept and said, also with the same scores", () => {
    const file = { name: "f", rows: [row("a"), row("a", { line: 2 })] };
    const { episodes, notes } = gatherMaterial([file], [facts("a")], []);
    expect(episodes[0]?.annotations).toHaveLength(2);
    expect(notes).toContainEqual(expect.stringContaining("on 1 of them with the very same scores"));
  });

  test("names that count up are one condition", () => {
    const rows = ["a", "b"].map((id, line) => row(id, { conditionName: `mistral-selftrain-round${line + 2}` }));
    const tag = "init-selftrain-round-1_checkpoint_x";
    const { episodes, notes } = gatherMaterial([{ name: "f", rows }], [facts("a", { tag }), facts("b", { tag })], []);
    expect(episodes.map(({ condition }) => condition)).toEqual(["sr", "sr"]);
    expect(notes).toContainEqual(expect.stringContaining("SR stands under 2 names"));
  });

  test("the judge with most of the study’s episodes counts, and judges are not mixed", () => {
    const file = { name: "f", rows: [row("a"), row("b")] };
    const small = { name: "small", scores: new Map([["a", JUDGED]]) };
    const large = {
      name: "large",
      scores: new Map([
        ["a", JUDGED],
        ["b", JUDGED],
      ]),
    };
    const elsewhere = { name: "elsewhere", scores: new Map([["z", JUDGED]]) };
    const material = gatherMaterial([file], [facts("a"), facts("b")], [elsewhere, small, large]);
    expect(material.judge).toBe("large");
    expect(material.episodes.every(({ judge }) => judge === JUDGED)).toBe(true);
    expect(material.notes).toContainEqual(expect.stringContaining("The scores of “small” were left out"));
    expect(material.notes.join(" ")).not.toContain("elsewhere");
  });
});

describe("figures as they are printed", () => {
  test("halves go away from zero and a negative zero is 0", () => {
    expect(roundAsPrinted(1.125, 2)).toBe(1.13);
    expect(roundAsPrinted(-1.125, 2)).toBe(-1.13);
    expect(Object.is(roundAsPrinted(-0.001, 2), 0)).toBe(true);
    expect(asPrinted(-0.645, 2)).toBe("−0.65");
    expect(asPrinted(-0.001, 2)).toBe("0.00");
  });

  test("a value is a published figure when it prints as it", () => {
    expect(printsAs(199 / 56, 3.55, 2)).toBe(true);
    expect(printsAs(3.6429, 3.55, 2)).toBe(false);
    expect(printsAs(2.5e-5, 0, 3)).toBe(true);
  });
});

import { describe, expect, it } from "vitest";
import { guessTableMapping } from "#lib/domain/rating-imports/guess-mapping.ts";
import { guessScale } from "#lib/domain/rating-imports/guess-scales.ts";
import { withNamedJudge } from "#lib/domain/rating-imports/named-judge.ts";
import { tableMappingSchema } from "#lib/domain/rating-imports/rating-mapping.ts";
import type { Fields, ParsedRatings } from "#lib/domain/rating-imports/rating-record.ts";
import { tableReader } from "#lib/domain/rating-imports/read-table.ts";
import { shortKey } from "#lib/domain/shared/short-key.ts";

function ratingsOf(rows: Fields[]) {
  const read = tableReader(guessTableMapping(rows), "");
  return rows.map((row) => read(row)).map((parsed: ParsedRatings) => (parsed.outcome === "taken" ? parsed : null));
}

/** `rater dimension score` of every rating. */
function short(rows: Fields[]): string[] {
  return ratingsOf(rows).flatMap((parsed) =>
    (parsed?.ratings ?? []).map(({ rater, dimension, score, agent }) =>
      [rater.kind === "human" ? rater.id : rater.name, agent, dimension, score].join(" "),
    ),
  );
}

describe("a proposal that a mapping can always hold", () => {
  const question = `On a scale of one to five, how strongly do you agree that ${"the first speaker ".repeat(6)}won?`;
  const wide = Object.fromEntries(Array.from({ length: 260 }, (_, index) => [`q${index}`, index % 5]));
  const long = Array.from({ length: 260 }, (_, index) => ({ item: "a", dimension: `d${index}`, rater: "r", score: 3 }));
  it.each<[string, Fields[]]>([
    ["agents by name, not by seat", [{ item: "a", agent: "gpt-4", dimension: "goal", rater: "x", score: 3 }]],
    ["more columns of numbers than anybody rates on", [{ item: "a", ...wide }]],
    ["more dimensions than anybody rates on", long],
    ["a whole question as the name of a column", [{ item: "a", [question]: 4 }]],
    ["a column whose name is a text", [{ item: "a", clarity: 4, ["why? ".repeat(60)]: 2 }]],
    [
      "an object with other names in every row",
      Array.from({ length: 300 }, (_, n) => ({ [`turn ${n}`]: 3 })).map((said) => ({ goal: 3, said })),
    ],
    ["nobody named in the rater's column", [{ item: "a", rater: "", dimension: "goal", score: 3 }]],
  ])("%s", (_, rows) => {
    const guess = guessTableMapping(rows);
    expect(tableMappingSchema.safeParse(guess).error?.issues).toBeUndefined();
    expect(guess.scores.length).toBeGreaterThan(0);
  });

  it("reads what it proposes: names of agents are no seats, and a long question keeps its scores", () => {
    expect(short([{ item: "a", agent: "gpt-4", dimension: "goal", rater: "x", score: 3 }])).toEqual(["x 0 goal 3"]);
    const { scales, scores } = guessTableMapping([{ item: "a", rater: "r", [question]: 4 }]);
    expect(scales.map(({ key }) => key)).toEqual([scores[0]?.dimension]);
    expect(ratingsOf([{ item: "a", rater: "r", [question]: 4 }])[0]?.ratings).toMatchObject([{ score: 4 }]);
  });

  it("takes no list of a text and a number for scores", () => {
    const said = { "turn 1": ["Hello.", 5, { resp1: 3 }], "turn 2": ["Hm.", -1] };
    expect(guessTableMapping([{ goal: 7, said }]).scores.map(({ column }) => column)).toEqual(["goal"]);
  });
});

describe("what a table's columns seem to mean", () => {
  it("scores of a row with a judge's name and no rater are that judge's", () => {
    const long = { episode: "a", agent: 2, dimension: "goal", judge: "gpt-4-0613", score: 7 };
    expect(short([long, { ...long, judge: "llama-3", score: 5 }])).toEqual(["gpt-4-0613 2 goal 7", "llama-3 2 goal 5"]);
    expect(ratingsOf([long])[0]?.ratings[0]?.rater.kind).toBe("judge");
    expect(short([{ item: "a", llm_judge: "gpt-4", goal_1: 7, goal_2: 3 }])).toEqual([
      "gpt-4 1 goal 7",
      "gpt-4 2 goal 3",
    ]);
    expect(short([{ ...long, rater: "ann" }])).toEqual(["ann 2 goal 7"]);
    expect(short([{ item: "a", dimension: "goal", judge: "gpt-4", judge_score: 7, human_score: 3 }])).toEqual([
      "gpt-4 0 goal 7",
      "human_score 0 goal 3",
    ]);
  });

  it("long: one score a row, by people and judges told apart by a column", () => {
    const rows = [
      {
        item_id: "a",
        system: "S",
        criterion: "Fluency",
        rater: "ann",
        rater_type: "human",
        score: "5",
        reason: "flows",
      },
      { item_id: "a", system: "S", criterion: "Fluency", rater: "gpt-4", rater_type: "judge", score: "5", reason: "" },
    ];
    const mapping = guessTableMapping(rows);
    expect(mapping).toMatchObject({
      item: "item_id",
      system: "system",
      dimension: "criterion",
      rater: "rater",
      raterKind: "rater_type",
      rationale: "reason",
    });
    expect(mapping.scores.map(({ column, holds }) => [column, holds])).toEqual([["score", "score"]]);
    const [human, judge] = ratingsOf(rows).map((parsed) => parsed?.ratings[0]);
    expect(human).toMatchObject({ rater: { kind: "human", id: "ann" }, dimension: "fluency", rationale: "flows" });
    expect(judge?.rater).toMatchObject({ kind: "judge", name: "gpt-4" });
  });

  it("long with the chance of each item, which has to be above 0 and up to 1", () => {
    const row = (id: string, inclusion_probability: string) => ({
      id,
      annotator: "x",
      dimension: "goal",
      score: "4",
      inclusion_probability,
    });
    const rows = [row("a", "0.25"), row("b", "1"), row("c", ""), row("d", "0"), row("e", "often")];
    expect(guessTableMapping(rows)).toMatchObject({ inclusion: "inclusion_probability" });
    expect(guessTableMapping(rows).scores.map(({ column }) => column)).toEqual(["score"]);
    const reader = tableReader(guessTableMapping(rows), "");
    const read = rows.map((fields) => reader(fields));
    expect(read.map((one) => (one.outcome === "taken" ? one.facts.inclusionProbability : one.outcome))).toEqual([
      0.25,
      1,
      null,
      "refused",
      "refused",
    ]);
    expect(read[4]).toMatchObject({ reason: "“often” is no chance above 0 and up to 1 (inclusion_probability)." });
  });

  it("wide: each dimension a column, a reason beside it", () => {
    const rows = [
      { id: "a", annotator: "x", coherence: "2", coherence_reason: "odd", depth: "4", minutes: "7" },
      { id: "b", annotator: "x", coherence: "5", coherence_reason: "fine", depth: "1", minutes: "9" },
    ];
    expect(short(rows)).toEqual(["x 0 coherence 2", "x 0 depth 4", "x 0 coherence 5", "x 0 depth 1"]);
    expect(ratingsOf(rows)[0]?.ratings[0]?.rationale).toBe("odd");
  });

  it("one row an item, with a list of people's scores and several judges", () => {
    const rows = [
      {
        item_id: "s1",
        cluster_id: "p",
        system: "A",
        dimension: "wit",
        human_scores: [1, 5],
        judge_score: 2.5,
        judge: "J1",
        other_judges: { J2: 4 },
      },
      {
        item_id: "s2",
        cluster_id: "p",
        system: "B",
        dimension: "wit",
        human_scores: [2, 3],
        judge_score: 0,
        judge: "J1",
        other_judges: { J2: -1 },
      },
    ];
    expect(short(rows)).toEqual([
      "human_scores 1 0 wit 1",
      "human_scores 2 0 wit 5",
      "J1 0 wit 2.5",
      "J2 0 wit 4",
      "human_scores 1 0 wit 2",
      "human_scores 2 0 wit 3",
    ]);
    const parsed = ratingsOf(rows)[1];
    expect(parsed?.facts).toMatchObject({ cluster: "p", condition: "B" });
    expect(parsed?.refusedScores).toEqual([
      "wit (J1): 0 lies outside the scale from 1 to 5.",
      "wit (J2): −1 lies outside the scale from 1 to 5.",
    ]);
  });

  it("an object from dimensions to lists, with words among the numbers", () => {
    const rows = [
      { context: "c1", system: "M", annotations: { Fluent: [2, 1, 2], Correct: [2, "N/A (No errors)", 1] } },
      { context: "c2", system: "M", annotations: { Fluent: [0, 1, 2], Correct: [1, 2, 1] } },
    ];
    const [first] = ratingsOf(rows);
    expect(first?.ratings).toHaveLength(5);
    expect(first?.refusedScores).toEqual(["correct (annotations 2): “N/A (No errors)” is no number."]);
  });

  it("tells items of one id by their system where several answer it", () => {
    const rows = [
      { id: "q", model: "A", rater: "r", score: 1, dimension: "d" },
      { id: "q", model: "B", rater: "r", score: 4, dimension: "d" },
    ];
    expect(ratingsOf(rows).map((parsed) => parsed?.facts)).toMatchObject([
      { itemKey: "q · A", cluster: "q", condition: "A" },
      { itemKey: "q · B", cluster: "q", condition: "B" },
    ]);
  });

  it("seats in column names", () => {
    const rows = [
      { episode_id: "e", rater: "r", goal_1: 3, goal_2: 9 },
      { episode_id: "f", rater: "r", goal_1: 1, goal_2: 2 },
    ];
    expect(short(rows).slice(0, 2)).toEqual(["r 1 goal 3", "r 2 goal 9"]);
  });

  it("what is mostly scores, so that the rest is refused by its line and nothing else", () => {
    const rows = [
      { id: "a", rater: "r", wit: 4, minutes: 3 },
      { id: "b", rater: "r", wit: "high", minutes: 2 },
    ];
    // The minutes look more like scores than the wit does; without them the wit is all there is.
    expect(guessTableMapping(rows.map(({ minutes: _minutes, ...row }) => row)).scores).toMatchObject([
      { column: "wit", holds: "score" },
    ]);
    const named = rows.map(({ wit, ...row }) => ({ ...row, score: wit, dimension: "wit" }));
    const read = tableReader(guessTableMapping(named), "");
    expect(named.map((row) => read(row))).toMatchObject([
      { outcome: "taken", ratings: [{ score: 4 }], refusedScores: [] },
      { outcome: "taken", ratings: [], refusedScores: ["wit (score): “high” is no number."] },
    ]);
    const goal = [
      { id: "a", rater: "r", goal: 4, other: 1 },
      { id: "b", rater: "r", goal: "high", other: 1 },
    ];
    expect(guessTableMapping(goal).scores.map(({ column }) => column)).toEqual(["goal", "other"]);
  });

  it("nothing where words outnumber numbers, whatever the column is called", () => {
    const rows = ["good", "fine", 3].map((score, index) => ({ id: `${index}`, rater: "r", dimension: "wit", score }));
    expect(guessTableMapping(rows).scores).toEqual([]);
  });

  it("nothing where nothing is a score", () => {
    expect(guessTableMapping([{ name: "a", text: "b" }]).scores).toEqual([]);
  });
});

describe("what somebody says of the judge of a table", () => {
  const said = { name: "gpt-4", model: "gpt-4-turbo", version: "0613", prompt: "Rate it." };
  const read = (rows: Fields[], judge: typeof said) => {
    const reader = tableReader(withNamedJudge(guessTableMapping(rows), judge.name), "", judge);
    return rows.map((row) => reader(row)).flatMap((parsed) => (parsed.outcome === "taken" ? [parsed] : []));
  };
  const judgesOf = (parsed: ReturnType<typeof read>) =>
    parsed.flatMap(({ ratings }) => ratings.flatMap(({ rater }) => (rater.kind === "judge" ? [rater] : [])));

  it("goes to a column without a name, and not to people", () => {
    const rows = [
      { id: "a", criterion: "wit", human_score: 5, judge_score: 4 },
      { id: "b", criterion: "wit", human_score: 1, judge_score: 2 },
    ];
    const parsed = read(rows, said);
    expect(judgesOf(parsed)).toEqual([
      { kind: "judge", ...said },
      { kind: "judge", ...said },
    ]);
    expect(parsed[0]?.ratings[0]?.rater).toEqual({ kind: "position", name: "human_score" });
    expect(parsed.flatMap(({ remarks }) => remarks)).toEqual([]);
    expect(judgesOf(read(rows, { ...said, name: "" }))[0]).toEqual({ kind: "judge", ...said, name: "judge" });
  });

  it("goes to the judge of that name in the rows, and is said not to count for another", () => {
    const row = (rater: string) => ({ id: "a", criterion: "wit", rater, rater_type: "judge", score: 3 });
    const parsed = read([row("GPT-4"), row("llama"), row("llama")], said);
    expect(judgesOf(parsed).map(({ name, version }) => [name, version])).toEqual([
      ["GPT-4", "0613"],
      ["llama", ""],
      ["llama", ""],
    ]);
    expect(parsed.map(({ remarks }) => remarks.length)).toEqual([0, 1, 0]);
    expect(parsed[1]?.remarks[0]).toContain("names the judge “llama”");
  });

  it("leaves several judges that the heads of columns name as they are", () => {
    const rows = [{ id: "a", criterion: "wit", gpt_score: 3, llama_score: 4 }];
    expect(judgesOf(read(rows, said)).map(({ name, version }) => [name, version])).toEqual([
      ["gpt", ""],
      ["llama", ""],
    ]);
  });
});

describe("a guessed scale", () => {
  it("is SOTOPIA's own for its dimensions, whatever was seen", () => {
    expect(guessScale({ key: "goal", name: "goal", human: [3, 4], judge: [] })).toMatchObject({
      min: 0,
      max: 10,
      isWhole: true,
    });
  });

  it("follows people, not a program's error codes", () => {
    expect(guessScale({ key: "wit", name: "wit", human: [1, 2, 5], judge: [-1, 2.5, 5] })).toMatchObject({
      min: 1,
      max: 5,
      isWhole: false,
    });
  });

  it("leaves two in a hundred of a judge's scores out when there are no people", () => {
    const judge = [...Array.from({ length: 99 }, (_, index) => 1 + (index % 5)), -1];
    expect(guessScale({ key: "wit", name: "wit", human: [], judge })).toMatchObject({ min: 1, max: 5 });
  });
});

describe("a long text in place of an id", () => {
  it("stays short and different", () => {
    const keys = ["a", "b"].map((end) => shortKey(`${"x".repeat(5_000)}${end}`));
    expect(keys[0]).not.toBe(keys[1]);
    expect(Math.max(...keys.map((key) => key.length))).toBeLessThanOrEqual(200);
    expect(shortKey("p00")).toBe("p00");
  });
});

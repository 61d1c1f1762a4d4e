import { describe, expect, test } from "vitest";
import { buildContext, cellsOf } from "#lib/domain/analysis/context.ts";
import { joinBlocks } from "#lib/domain/analysis/join-blocks.ts";
import { analysisQuestionSchema } from "#lib/domain/analysis/question.ts";
import { FACT_RANKS } from "#lib/domain/analysis/rating-block.ts";
import { guessPartnerPolicies } from "#lib/domain/analysis/scope.ts";
import { makeBlock, makeColumns } from "#tests/factories/rating-columns.ts";

const question = (input = {}) => analysisQuestionSchema.parse(input);

describe("joining sources", () => {
  const people = makeBlock([{ item: "E1", rater: "ann", score: 6 }], {
    E1: { policies: ["BC", ""], rank: FACT_RANKS.condition, role: "learner", scenarioKey: "shown text" },
  });
  const judge = makeBlock([{ item: "E1", rater: "judge", score: 8 }], {
    E1: {
      policies: ["custom_model", "gpt"],
      rank: FACT_RANKS.episode,
      episodeId: "our-id",
      label: "boat",
      scenarioKey: "env",
    },
  });

  test("meets units on item and agent, and takes each fact from who knows it best", () => {
    const { units, score } = joinBlocks([people, judge]);
    expect([units.count, score.length]).toEqual([1, 2]);
    expect(units.policies[units.policy[0]!]).toBe("BC");
    expect(units.policies[units.partnerPolicy[0]!]).toBe("gpt");
    expect(units.items.episodeId).toEqual(["our-id"]);
    expect(units.items.label).toEqual(["boat"]);
    expect(units.items.scenarios[units.items.scenario[0]!]).toBe("env");
  });

  test("gives the same tables in whichever order the sources come", () => {
    const [one, other] = [joinBlocks([people, judge]), joinBlocks([judge, people])];
    expect(other.units).toEqual(one.units);
    expect(other.raters).toEqual(one.raters);
  });

  test("meets one person of two sources, whichever key a question has", () => {
    const study = makeBlock([{ item: "E1", rater: "ann", score: 6 }]);
    study.raters = study.raters.map((rater) => ({
      ...rater,
      source: "Study",
      sourceId: "s",
      otherKeys: ["annotator:7"],
    }));
    const file = makeBlock([
      { item: "E2", rater: "ann", score: 4 },
      { item: "E2", rater: "ben", score: 4 },
    ]);
    const columns = joinBlocks([study, file]);
    expect(columns.raters).toMatchObject([
      { key: "human:ann", source: "Study; made.csv", otherKeys: ["annotator:7"] },
      { key: "human:ben", source: "made.csv" },
    ]);
    expect(columns.sources.map(({ name }) => name)).toEqual(["made.csv", "Study"]);
    for (const leftOut of ["human:ann", "annotator:7"])
      expect(buildContext(columns, question({ leftOutRaters: [leftOut] })).selection.leftOut.leftOutRaters).toBe(2);
    expect(buildContext(columns, question({ leftOutRaters: ["annotator:8"] })).selection.leftOut.leftOutRaters).toBe(0);
  });

  test("keeps two ranges of one dimension apart and says so in the name", () => {
    const wide = makeBlock([{ item: "E1", rater: "ann", score: 3, dimension: "warmth" }]);
    const short = makeBlock([{ item: "E2", rater: "ann", score: 3, dimension: "warmth" }]);
    short.dimensions = short.dimensions.map((dimension) => ({ ...dimension, min: 1, max: 5 }));
    const { dimensions } = joinBlocks([wide, short]);
    expect(dimensions.map(({ key }) => key)).toEqual(["warmth", "warmth (1 to 5)"]);
  });
});

describe("which ratings count", () => {
  const ratings = [
    { item: "E1", agent: 1, rater: "ann", score: 6 },
    { item: "E1", agent: 2, rater: "ann", score: 2 },
    { item: "E2", agent: 1, rater: "ann", score: 4, isDuplicate: true },
    { item: "E2", agent: 1, rater: "ben", score: 8, isExcluded: true },
    { item: "E3", agent: 1, rater: "cy", score: 5 },
    { item: "E3", agent: 2, rater: "cy", score: 5 },
  ];
  const items = {
    E1: { policies: ["BC", "gpt"] as [string, string] },
    E2: { policies: ["BC", "gpt"] as [string, string] },
    E3: { policies: ["gpt", "gpt"] as [string, string] },
  };
  const columns = makeColumns(ratings, items);
  const select = (input: object) => buildContext(columns, question({ partnerPolicies: ["gpt"], ...input }));

  test("the agent under study counts for its policy; in self-play of the partner both do", () => {
    const { selection } = select({});
    expect(selection.groups.policies.map(({ label }) => label)).toEqual(["BC", "gpt"]);
    expect([...selection.counts]).toEqual([1, 0, 1, 0, 1, 1]);
    expect(selection.leftOut).toMatchObject({ otherAgents: 1, excluded: 1, duplicates: 0 });
  });

  test("a partner counts for the policy it sat opposite to", () => {
    const { selection } = select({ whichAgent: "partner" });
    expect(selection.groups.policies.map(({ label }) => label)).toEqual(["BC"]);
    expect([...selection.counts]).toEqual([0, 1, 0, 0, 0, 0]);
  });

  test("repeated rows, excluded and left-out raters go by the question", () => {
    expect([...select({ keepDuplicates: false }).selection.counts]).toEqual([1, 0, 0, 0, 1, 1]);
    expect([...select({ countExcluded: true }).selection.counts]).toEqual([1, 0, 1, 1, 1, 1]);
    expect([...select({ leftOutRaters: ["human:cy"] }).selection.counts]).toEqual([1, 0, 1, 0, 0, 0]);
  });

  test("several names can be one policy, in the order and with the base of the question", () => {
    const policies = [
      { label: "expert", names: ["gpt"] },
      { label: "trained", names: ["BC", "BC-2"] },
    ];
    const { selection } = select({ policies, base: "trained" });
    expect(selection.groups.policies.map(({ label, isBase }) => [label, isBase])).toEqual([
      ["expert", false],
      ["trained", true],
    ]);
  });

  test("cells are means of people and of draws of the judge", () => {
    const made = makeColumns([
      { item: "E1", rater: "ann", score: 4 },
      { item: "E1", rater: "ben", score: 7 },
      { item: "E1", rater: "judge", score: 8 },
      { item: "E1", rater: "judge", score: 9, occurrence: 1 },
      { item: "E2", rater: "judge", score: 3 },
    ]);
    const context = buildContext(made, question());
    const both = cellsOf(context, 0, -1, "both");
    expect([both.human[0], both.judge[0], both.humanCount[0], both.judgeCount[0]]).toEqual([5.5, 8.5, 2, 2]);
    expect(cellsOf(context, 0, -1, "judge-only").judge).toEqual(Float64Array.of(3));
  });

  test("a policy that sits opposite to all others looks like the partner", () => {
    const one = { item: "A", rater: "ann", score: 1 };
    const two = [one, { ...one, agent: 2 }, { ...one, item: "B" }, { ...one, item: "B", agent: 2 }];
    const partnerOf = (a: [string, string], b: [string, string]) =>
      guessPartnerPolicies(makeColumns(two, { A: { policies: a }, B: { policies: b } }));
    expect(partnerOf(["BC", "gpt"], ["gpt", "SR"])).toEqual(["gpt"]);
    expect(partnerOf(["BC", "gpt"], ["BC", "gpt"])).toEqual([]);
  });
});

describe("the cluster rule", () => {
  const rated = ["A", "B", "C", "D"].map((item) => ({ item, rater: "ann", score: 5 }));
  const rule = (scenarios: string[], clusterRule = "automatic") => {
    const items = Object.fromEntries(
      rated.map(({ item }, i) => {
        const policies: [string, string] = [i < 2 ? "base" : "BC", ""];
        return [item, { policies, scenarioKey: scenarios[i] ?? "" }];
      }),
    );
    return buildContext(makeColumns(rated, items), question({ clusterRule })).clusterFacts;
  };

  test("compares policies by scenario where they played the same ones, else by episode", () => {
    expect(rule(["s1", "s2", "s1", "s2"])).toMatchObject({ within: "episode", between: "scenario" });
    expect(rule(["s1", "s2", "s3", "s4"])).toMatchObject({ within: "episode", between: "episode" });
    expect(rule([])).toMatchObject({ between: "episode" });
  });

  test("takes the one that was chosen for everything", () => {
    expect(rule([], "scenario")).toMatchObject({ within: "scenario", between: "scenario" });
  });
});

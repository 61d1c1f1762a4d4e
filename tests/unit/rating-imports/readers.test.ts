import { describe, expect, it } from "vitest";
import { columnNames, rowFields } from "#lib/domain/rating-imports/columns.ts";
import { dragFilledName } from "#lib/domain/rating-imports/drag-fill.ts";
import { type RatingShape, ratingMappingSchema } from "#lib/domain/rating-imports/rating-mapping.ts";
import { buildRatingReader } from "#lib/domain/rating-imports/rating-reader.ts";
import type { Fields, ParsedRatings } from "#lib/domain/rating-imports/rating-record.ts";
import { recognizeShape } from "#lib/domain/rating-imports/shapes.ts";
import type { ExportedAnnotation } from "#lib/domain/studies/export/record.ts";
import { buildSotopiaAnnotation } from "#lib/domain/studies/export/sotopia-annotation.ts";
import { SEVEN_COLUMNS } from "#tests/factories/seven-columns.ts";

function reader(shape: RatingShape, mapping = {}, dragFilled: string | null = null) {
  return buildRatingReader({
    shape,
    mapping: ratingMappingSchema.parse(mapping),
    baseName: "sheet of Ada",
    dragFilled,
  });
}

function taken(parsed: ParsedRatings) {
  if (parsed.outcome !== "taken") throw new Error(JSON.stringify(parsed));
  return parsed;
}

/** A row of the official table with one score everywhere and reasons. */
function official(overrides: Record<string, string> = {}): Fields {
  const row: Record<string, string> = {
    ID: "1",
    model: "BC",
    pk: "E1",
    data: '{"scenario": "Two people share a room."}',
    prolific_id: "5f2c",
  };
  for (const agent of [1, 2])
    for (const dimension of SEVEN_COLUMNS) {
      row[`${dimension}_${agent}`] = "0";
      row[`${dimension}_reasoning_${agent}`] = `${dimension} of ${agent}`;
    }
  return { ...row, ...overrides };
}

describe("the official table", () => {
  it("is recognised by its columns and gives fourteen ratings with reasons a row", () => {
    expect(recognizeShape(official())).toBe("sotopia-official");
    const parsed = taken(reader("sotopia-official")(official({ goal_2: "7" })));
    expect(parsed.ratings).toHaveLength(14);
    expect(parsed.ratings.find(({ agent, dimension }) => agent === 2 && dimension === "goal")).toEqual({
      agent: 2,
      rater: { kind: "human", id: "5f2c" },
      dimension: "goal",
      score: 7,
      rationale: "goal of 2",
    });
    expect(parsed.facts).toEqual({
      itemKey: "E1",
      cluster: "E1",
      scenario: "",
      condition: "BC",
      shownScenario: "Two people share a room.",
      inclusionProbability: null,
    });
    expect([parsed.refusedScores, parsed.remarks]).toEqual([[], ["The column data holds no conversation."]]);
  });

  it.each([
    ["goal_1", "11", "goal of agent 1: 11 lies outside the scale from 0 to 10."],
    ["secret_2", "1", "secret of agent 2: 1 lies outside the scale from −10 to 0."],
    ["knowledge_1", "4.5", "knowledge of agent 1: 4.5 is no whole number, and this scale has whole numbers only."],
    ["goal_2", "good", "goal of agent 2: “good” is no number."],
  ])("refuses %s = %s by itself and keeps the other thirteen", (column, value, sentence) => {
    const parsed = taken(reader("sotopia-official")(official({ [column]: value })));
    expect(parsed.refusedScores).toEqual([sentence]);
    expect(parsed.ratings).toHaveLength(13);
  });

  it("reads a whole number written as 4.0", () => {
    expect(taken(reader("sotopia-official")(official({ goal_1: "4.0" }))).ratings).toHaveLength(14);
  });

  it("takes the word None for nothing, in data and in reasons, and says so", () => {
    const parsed = taken(
      reader("sotopia-official")(official({ data: "None", goal_reasoning_1: "None", secret_reasoning_1: "None" })),
    );
    expect(parsed.remarks).toEqual([
      "2 reasons are only the word “None”.",
      "The column data holds only the word “None”.",
    ]);
    expect(parsed.ratings.filter(({ rationale }) => rationale === "")).toHaveLength(2);
    expect(parsed.facts.shownScenario).toBe("");
  });

  it("says which row is blank, and which lacks its episode or rater", () => {
    const blank = Object.fromEntries(Object.keys(official()).map((name) => [name, " "]));
    expect(reader("sotopia-official")(blank).outcome).toBe("blank");
    expect(reader("sotopia-official")(official({ pk: "" }))).toMatchObject({
      outcome: "refused",
      reason: "The row names no episode (pk).",
    });
    expect(reader("sotopia-official")(official({ prolific_id: "" }))).toMatchObject({ outcome: "refused" });
  });
});

describe("names that a spreadsheet counted up", () => {
  it("are one name when they only go up", () => {
    expect(
      dragFilledName([
        "run-round2",
        "run-round2",
        "run-round3",
        "run-round5",
        "run-round6",
        "run-round9",
        "run-round10",
      ]),
    ).toBe("run-round");
    const parsed = taken(reader("sotopia-official", {}, "run-round")(official({ model: "run-round7" })));
    expect(parsed.facts.condition).toBe("run-round");
  });

  it.each([
    ["conditions that repeat", ["v1", "v1", "v1", "v2", "v2", "v2", "v3", "v4", "v5", "v5", "v5", "v5"]],
    ["different stems", ["a1", "b2", "c3", "d4", "e5"]],
    ["no order", ["m9", "m1", "m7", "m2", "m8", "m3"]],
    ["too few", ["m1", "m2", "m3"]],
    ["none at all", []],
  ])("stay as they are: %s", (_what, values) => {
    expect(dragFilledName(values)).toBeNull();
  });
});

describe("the older crowd table", () => {
  const row = {
    HITId: "H",
    WorkerId: "W1",
    "Input.episode_id": "E7",
    ...Object.fromEntries(
      [1, 2].flatMap((agent) =>
        SEVEN_COLUMNS.flatMap((dimension) => [
          [`Answer.agent${agent}_${dimension}`, "0"],
          [`Answer.agent${agent}_${dimension}_rationale`, `why ${dimension}`],
        ]),
      ),
    ),
  };

  it("keeps scores with their rationale by agent and dimension", () => {
    expect(recognizeShape(row)).toBe("sotopia-crowd");
    const parsed = taken(reader("sotopia-crowd")({ ...row, "Answer.agent1_goal": "9" }));
    expect(parsed.ratings).toHaveLength(14);
    expect(parsed.ratings).toContainEqual({
      agent: 1,
      rater: { kind: "human", id: "W1" },
      dimension: "goal",
      score: 9,
      rationale: "why goal",
    });
  });

  it("refuses a row without answers", () => {
    expect(reader("sotopia-crowd")({ WorkerId: "W1", "Input.episode_id": "E7" })).toMatchObject({ outcome: "refused" });
  });
});

describe("annotations as SOTOPIA keeps them", () => {
  const scores = Object.fromEntries(SEVEN_COLUMNS.map((dimension) => [dimension, 0]));
  const record = {
    pk: "A1",
    episode: "E3",
    annotator_id: "ann",
    rewards: [
      [1, { ...scores, goal: 7, overall_score: 1 }],
      [0, scores],
    ],
    reasoning: "Agent 1 comments:\ngoal: it went\nwell\nsecret: kept\nAgent 2 comments:\ngoal: no\n",
  };

  it("gives both agents with reasons that may run over lines, and leaves the overall score out", () => {
    expect(recognizeShape(record)).toBe("sotopia-annotation");
    const parsed = taken(reader("sotopia-annotation")(record));
    expect(parsed.ratings).toHaveLength(14);
    expect(parsed.ratings).toContainEqual({
      agent: 1,
      rater: { kind: "human", id: "ann" },
      dimension: "goal",
      score: 7,
      rationale: "it went\nwell",
    });
  });

  it("reads the one-line reasons of older files", () => {
    const reasoning = "agent 1 comments: believability: natural goal: reached it agent 2 comments: goal: gave up";
    const parsed = taken(reader("sotopia-annotation")({ ...record, reasoning }));
    const goal = (agent: number) =>
      parsed.ratings.find((rating) => rating.agent === agent && rating.dimension === "goal")?.rationale;
    expect([goal(1), goal(2)]).toEqual(["reached it", "gave up"]);
  });

  it("takes a bare 0 for no rating, never for a score", () => {
    expect(reader("sotopia-annotation")({ ...record, rewards: [0, 0] })).toMatchObject({ outcome: "refused" });
    const half = taken(reader("sotopia-annotation")({ ...record, rewards: [0, [0, scores]] }));
    expect([half.ratings.length, half.remarks]).toEqual([7, ["Only agent 2 is rated."]]);
  });

  it("as a study of this app exports it comes back whole", () => {
    const ratings = SEVEN_COLUMNS.flatMap((dimension) =>
      ([1, 2] as const).map((agent) => ({ agent, dimension, score: 0, rationale: `${dimension} ${agent}` })),
    );
    const annotation = {
      annotationId: "A",
      episodeId: "E",
      annotator: "A-7F3K",
      ratings,
    } as unknown as ExportedAnnotation;
    const exported = JSON.parse(JSON.stringify(buildSotopiaAnnotation(annotation)));
    const back = taken(reader("sotopia-annotation")(exported)).ratings;
    const short = (rows: { agent: number; dimension: string; score: number; rationale: string }[]) =>
      rows.map(({ agent, dimension, score, rationale }) => `${agent} ${dimension} ${score} ${rationale}`).sort();
    expect(short(back)).toEqual(short(ratings));
  });

  it("belongs to a judge where somebody says so", () => {
    const parsed = taken(reader("sotopia-annotation", { judge: { name: "gpt-4", version: "v1" } })(record));
    expect(parsed.ratings[0]?.rater).toEqual({ kind: "judge", name: "gpt-4", model: "", version: "v1", prompt: "" });
  });
});

describe("a sheet of the internal pilot", () => {
  const names = columnNames([
    "PK",
    "Agent",
    "Tag",
    ...SEVEN_COLUMNS,
    "overall_score",
    "Time_Minutes",
    ...SEVEN_COLUMNS,
  ]);
  const row = (pk: string, agent: string, score: string, reason = "") =>
    rowFields(names, [
      pk,
      agent,
      "GPT4-GPT3.5",
      ...SEVEN_COLUMNS.map(() => score),
      "",
      "12m",
      ...SEVEN_COLUMNS.map(() => reason),
    ]);

  it("tells two columns of one name apart: score, then reason", () => {
    expect(names.slice(-2)).toEqual(["financial_and_material_benefits (2)", "goal (2)"]);
    const read = reader("pilot-sheet");
    expect(recognizeShape(row("E1", "Agent1", "0"))).toBe("pilot-sheet");
    const parsed = taken(read(row("E1", "Agent1", "0", "9.5 / 13.5 * 5")));
    expect(parsed.ratings[0]).toMatchObject({
      agent: 1,
      score: 0,
      rationale: "9.5 / 13.5 * 5",
      rater: { kind: "human", id: "sheet of Ada" },
    });
  });

  it("gives the second row the episode of the first, and passes over rows without a score", () => {
    const read = reader("pilot-sheet");
    expect(taken(read(row("E1", "Agent1", "0"))).facts.itemKey).toBe("E1");
    expect(taken(read(row("", "Agent2", "0"))).facts).toMatchObject({ itemKey: "E1", condition: "GPT4-GPT3.5" });
    expect(read(row("E2", "Agent1", ""))).toEqual({ outcome: "blank", itemKey: "E2" });
    expect(taken(read(row("", "Agent2", "0"))).facts.itemKey).toBe("E2");
  });

  it("refuses a row of agent 1 without its episode, instead of giving it the one before", () => {
    const read = reader("pilot-sheet");
    read(row("E1", "Agent1", "0"));
    expect(read(row("", "Agent1", "0"))).toMatchObject({ outcome: "refused" });
  });

  it("keeps halves as they were measured", () => {
    const parsed = taken(reader("pilot-sheet")({ ...row("E1", "Agent1", "0"), goal: "7.5" }));
    expect(parsed.ratings.find(({ dimension }) => dimension === "goal")?.score).toBe(7.5);
  });
});

describe("a judge's files", () => {
  const scores = Object.fromEntries(SEVEN_COLUMNS.map((dimension) => [dimension, 0]));

  it("keep name, model, version and prompt, by which two judges differ", () => {
    const judge = { name: "J", model: "gpt-4-0613", version: "2", prompt: "Rate." };
    const record = { pk: "E1", env_pk: "S1", agent1: { ...scores, overall_score: 3 }, agent2: scores };
    expect(recognizeShape(record)).toBe("judge-by-episode");
    const parsed = taken(reader("judge-by-episode", { judge })(record));
    expect(parsed.ratings).toHaveLength(14);
    expect(parsed.ratings[0]?.rater).toEqual({ kind: "judge", ...judge });
    expect(parsed.facts.scenario).toBe("S1");
  });

  it("are called after the file where nothing names them", () => {
    const parsed = taken(reader("judge-by-episode")({ pk: "E1", agent1: scores }));
    expect(parsed.ratings[0]?.rater).toMatchObject({ name: "sheet of Ada" });
    expect(parsed.remarks).toEqual(["Only agent 1 is rated."]);
  });

  it("of an evaluator carry their reasons", () => {
    const evaluation = Object.fromEntries(
      SEVEN_COLUMNS.map((dimension) => [dimension, { score: 0, reasoning: `on ${dimension}` }]),
    );
    const record = {
      episode_id: "E1",
      evaluator_model: "m-1",
      agent_1_evaluation: evaluation,
      agent_2_evaluation: evaluation,
    };
    expect(recognizeShape(record)).toBe("evaluator-lines");
    const parsed = taken(reader("evaluator-lines")(record));
    expect(parsed.ratings[13]).toMatchObject({
      rationale: "on goal",
      rater: { kind: "judge", name: "m-1", model: "m-1" },
    });
  });
});

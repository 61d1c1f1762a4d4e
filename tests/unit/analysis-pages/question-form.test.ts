import { describe, expect, it } from "vitest";
import {
  firstSources,
  judgeOptions,
  narrowingOf,
  type SourceOptions,
  withJudgesFiles,
} from "#components/analysis/question/question-options.ts";
import { analysisQuestionSchema } from "#lib/domain/analysis/question.ts";
import {
  fieldOfQuestionIssue,
  policyRowsOf,
  questionFromFields,
  questionToFields,
  wordQuestionIssue,
} from "#lib/domain/analysis/question-form.ts";

const question = analysisQuestionSchema.parse({
  studyIds: ["s1"],
  importIds: ["i1", "i2"],
  judgeImportIds: ["i3"],
  judges: ["judge:gpt-4|0613|"],
  policies: [
    { label: "base", names: ["mistral"] },
    { label: "SR", names: ["sr-2", "sr-7"] },
  ],
  base: "SR",
  partnerPolicies: ["gpt-3.5-turbo"],
  dimensions: ["goal"],
  leftOutRaters: ["human:ab.c"],
  onlyPartners: ["gpt-3.5-turbo"],
  onlyScenarios: ["01H7VFHN"],
  onlyPeople: ["i2"],
  keepDuplicates: false,
  samplingIsRandom: true,
  confidence: 0.9,
  seed: 7,
});

describe("the sources of a question", () => {
  const file = (id: string, humans: number, judges: string[]) => ({
    id,
    fileName: `${id}.csv`,
    isDemo: false,
    ratings: 10,
    humans,
    judges: judges.map((key) => ({ key, name: key })),
  });
  const sources: SourceOptions = {
    studies: [{ id: "demo", name: "Demo", isDemo: true, annotations: 3 }],
    imports: [file("people", 4, []), file("scores", 0, ["gpt"]), file("both", 3, ["gpt", "llama"])],
    judges: [{ key: "episodes", name: "episodes", isDemo: true, judgments: 24 }],
  };
  const choose = (importIds: string[], judge: string) => {
    const chosen = withJudgesFiles(sources, { studyIds: [], importIds, judges: [judge] });
    expect(chosen.importIds).toEqual(importIds);
    return chosen.judgeImportIds;
  };

  it("bring along the file of the judge for its judge alone, and nobody else’s people", () => {
    expect(choose(["people"], "gpt")).toEqual(["scores"]);
    expect(choose(["people"], "llama")).toEqual(["both"]);
    expect(choose(["both"], "llama")).toEqual([]);
    expect(choose(["people"], "episodes")).toEqual([]);
  });

  it("start with one’s own and leave the demo out beside it", () => {
    expect(firstSources(sources)).toMatchObject({ studyIds: [], importIds: ["people", "both"] });
    expect(firstSources({ ...sources, imports: [] })).toEqual({
      studyIds: ["demo"],
      importIds: [],
      judgeImportIds: [],
      judges: ["episodes"],
    });
  });

  it("start with the judge that shares most items with the people, and with no demo judge beside one’s own files", () => {
    expect(firstSources(sources).judges).toEqual(["gpt"]);
    expect(firstSources(sources, [{ key: "llama", items: 3 }]).judges).toEqual(["llama"]);
    const many = [
      { key: "episodes", items: 90 },
      { key: "gpt", items: 4 },
      { key: "llama", items: 3 },
    ];
    expect(firstSources(sources, many).judges).toEqual(["gpt"]);
    expect(firstSources({ ...sources, imports: [file("people", 4, [])] }).judges).toEqual([]);
  });

  it("name each judge once, with all places that it comes from", () => {
    expect(judgeOptions(sources).map(({ name, from }) => `${name}: ${from}`)).toEqual([
      "episodes: 24 judgments of episodes",
      "gpt: in scores.csv, in both.csv",
      "llama: in both.csv",
    ]);
  });
});

describe("the form of a question", () => {
  it("comes back as the question that it was filled with", () => {
    const fields = questionToFields(question, ["mistral", "sr-2", "sr-7", "gpt-3.5-turbo", "other"]);
    expect(analysisQuestionSchema.parse(questionFromFields(fields))).toEqual(question);
  });

  it("lists what is compared first and in order, then partners, then what is left out", () => {
    const fields = questionToFields(question, ["other", "sr-7", "mistral"]);
    expect(policyRowsOf(fields).map(({ name, use }) => `${name} ${use}`)).toEqual([
      "mistral compare",
      "sr-2 compare",
      "sr-7 compare",
      "gpt-3.5-turbo partner",
      "other leave-out",
    ]);
  });

  it("compares everything that is known while a question names no policy", () => {
    const fields = questionToFields(analysisQuestionSchema.parse({}), ["a", "b"]);
    expect(policyRowsOf(fields).map(({ use }) => use)).toEqual(["compare", "compare"]);
    expect(fields.base).toBe("a");
  });

  it("counts rows of one name as one policy, in the order of the numbers and not of the fields", () => {
    const fields = {
      "policyName.10": "z",
      "policyLabel.10": "last",
      "policyName.2": "b",
      "policyLabel.2": "same",
      "policyName.1": "a",
      "policyLabel.1": "same",
      "policyName.3": "c",
      "policyLabel.3": " ",
    };
    expect(questionFromFields(fields).policies).toEqual([
      { label: "same", names: ["a", "b"] },
      { label: "c", names: ["c"] },
      { label: "last", names: ["z"] },
    ]);
  });

  it("leaves numbers that do not read to the schema, which names the field", () => {
    const fields = { ...questionToFields(question, []), confidence: "many", epsilon: "0,2" };
    const answer = analysisQuestionSchema.safeParse(questionFromFields(fields));
    expect(answer.error?.issues.map((issue) => fieldOfQuestionIssue(issue.path.join(".")))).toEqual(["confidence"]);
    expect(wordQuestionIssue("confidence", answer.error?.issues[0]?.message ?? "")).toBe(
      "Give a percentage from 50 to 99.9.",
    );
    expect(wordQuestionIssue("policies", "Two policies are called “a”.")).toBe("Two policies are called “a”.");
    expect(questionFromFields(fields).epsilon).toBe(0.2);
    expect(fieldOfQuestionIssue("question.judges.0")).toBe("judge");
  });
});

describe("saved filters in the form", () => {
  it("of policies become the uses of their rows, under the question’s names or without", () => {
    const narrowed = { ...question, base: "", onlyPolicies: ["SR"] };
    const uses = (fields: ReturnType<typeof questionToFields>) =>
      policyRowsOf(fields).map(({ name, use }) => [name, use]);
    expect(uses(questionToFields(narrowed, ["mistral", "sr-2", "sr-7"])).slice(0, 3)).toEqual([
      ["mistral", "leave-out"],
      ["sr-2", "compare"],
      ["sr-7", "compare"],
    ]);
    const all = { ...narrowed, policies: [], onlyPolicies: ["sr-2"] };
    expect(uses(questionToFields(all, ["mistral", "sr-2"]))).toEqual([
      ["mistral", "leave-out"],
      ["sr-2", "compare"],
      ["gpt-3.5-turbo", "partner"],
    ]);
    expect(questionFromFields(questionToFields(narrowed, ["mistral"])).onlyPolicies).toBeUndefined();
  });

  it("carry the names that the ratings give them", () => {
    const held = { environments: [{ key: "01H7VFHN", label: "Two friends" }], sources: [] };
    expect(narrowingOf(question, held).map(({ entries }) => entries)).toEqual([
      [{ key: "gpt-3.5-turbo", name: "gpt-3.5-turbo" }],
      [{ key: "01H7VFHN", name: "Two friends" }],
      [{ key: "i2", name: "i2" }],
    ]);
    expect(narrowingOf(analysisQuestionSchema.parse({}), held)).toEqual([]);
  });
});

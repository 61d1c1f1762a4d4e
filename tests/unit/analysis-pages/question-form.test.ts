import { describe, expect, it } from "vitest";
import { firstSources } from "#components/analysis/question/first-sources.ts";
import { narrowingOf, type SourceOptions, withJudgesFiles } from "#components/analysis/question/question-options.ts";
import { fileWords, sharedWords, studyWords } from "#components/analysis/question/source-words.ts";
import { analysisQuestionSchema } from "#lib/domain/analysis/question.ts";
import {
  fieldOfQuestionIssue,
  policyRowsOf,
  questionFromFields,
  questionToFields,
  wordQuestionIssue,
} from "#lib/domain/analysis/question-form.ts";
import { judgeOptions, sourceLabels } from "#lib/domain/analysis/source-labels.ts";
import { issueWords } from "#lib/domain/shared/issue-words.ts";

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

describe("policies whose names are longer than a name may be", () => {
  const path = (middle: string, end: string) =>
    `/data/checkpoints/${"run-of-november-".repeat(3)}${middle}/checkpoint-${end}`;
  const names = [path("a", "100"), path("a", "200"), path("b", "100"), "short"];

  it("are proposed shortened, each under a name of its own, and can be saved so", () => {
    const fields = questionToFields(analysisQuestionSchema.parse({ importIds: ["i"] }), names);
    const labels = policyRowsOf(fields).map(({ label }) => label);
    expect(new Set(labels).size).toBe(4);
    expect(labels.filter((label) => label.length > 60)).toEqual([]);
    expect(labels.filter((label) => label.endsWith("/checkpoint-200"))).toHaveLength(1);
    const saved = analysisQuestionSchema.parse(questionFromFields(fields));
    expect(saved.policies.flatMap((policy) => policy.names).sort()).toEqual([...names].sort());
    expect(saved.policies).toHaveLength(4);
    expect(saved.policies.map(({ label }) => label)).toContain(saved.base);
  });

  it("fall back to that where somebody empties the field", () => {
    const fields = { "policyName.0": names[0]!, "policyLabel.0": " ", "policyUse.0": "compare" };
    expect(policyRowsOf(fields)[0]?.label).toHaveLength(60);
  });
});

describe("the sources of a question", () => {
  const file = (id: string, humans: number, judges: string[]) => ({
    id,
    fileName: `${id}.csv`,
    isDemo: false,
    ratings: 10,
    humans,
    judges: judges.map((key) => ({ key, name: key })),
    createdAt: "2026-03-04T09:15:30Z",
    overlaps: [] as SourceOptions["imports"][number]["overlaps"],
  });
  const sources: SourceOptions = {
    studies: [{ id: "demo", name: "Demo", isDemo: true, annotations: 3, createdAt: "2026-03-01T08:00:00Z" }],
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

  const rates = (key: string, sourceId: string, items: number) => ({ key, sourceId, items });

  it("start with one’s own and leave the demo out beside it", () => {
    expect(firstSources(sources, [])).toMatchObject({ studyIds: [], importIds: ["people"] });
    expect(firstSources({ ...sources, imports: [] }, [rates("episodes", "demo", 3)])).toEqual({
      studyIds: ["demo"],
      importIds: [],
      judgeImportIds: [],
      judges: ["episodes"],
    });
  });

  it("start with the judge that shares most items with the people, and with no demo judge beside one’s own files", () => {
    const llama = rates("llama", "both", 3);
    expect(firstSources(sources, [llama]).judges).toEqual(["llama"]);
    expect(firstSources(sources, [rates("episodes", "people", 90), llama]).judges).toEqual(["llama"]);
    const twice = [llama, rates("gpt", "both", 2), rates("gpt", "people", 2), rates("gpt", "demo", 9)];
    expect(firstSources(sources, twice).judges).toEqual(["gpt"]);
  });

  it("start with no judge where none shares an item, and leave people out whom the judge never meets", () => {
    const own = {
      ...sources,
      studies: [
        { id: "own", name: "Own", isDemo: false, annotations: 3, createdAt: "2026-03-04T09:15:30Z" },
        ...sources.studies,
      ],
    };
    expect(firstSources(own, [])).toMatchObject({ studyIds: ["own"], importIds: [], judges: [] });
    expect(firstSources(sources, [rates("llama", "both", 3)]).importIds).toEqual(["both"]);
  });

  describe("with two states of one file", () => {
    const state = (id: string, ratings: number, of: string, shared: number, differing: number, isLater: boolean) => ({
      ...file(id, 4, ["gpt"]),
      fileName: "state.csv",
      ratings,
      overlaps: [{ importId: of, isLater, shared, differing }],
    });
    const shared = [rates("gpt", "new", 9), rates("gpt", "old", 9)];
    const ticked = (ofNew: number, ofOld: number, same: number, differing: number) => {
      const imports = [
        { ...state("new", ofNew, "old", same, differing, false), createdAt: "2026-03-05T10:00:00Z" },
        state("old", ofOld, "new", same, differing, true),
      ];
      return { imports, ids: firstSources({ studies: [], judges: [], imports }, shared).importIds };
    };

    it("start with one of them alone: the newer, or the one that the other lies within", () => {
      expect(ticked(600, 600, 546, 2).ids).toEqual(["new"]);
      expect(ticked(600, 600, 600, 0).ids).toEqual(["new"]);
      expect(ticked(546, 600, 546, 0).ids).toEqual(["old"]);
    });

    it("tell them apart by when they came, and say what they share", () => {
      const { imports } = ticked(600, 1_600, 546, 2);
      const both = { ...sources, imports };
      expect(sourceLabels(both).get("old")).toBe("state.csv of 2026-03-04 09:15:30 UTC");
      expect(fileWords(imports[1]!, both)).toBe(
        "1,600 ratings by 4 people and 1 judge, 546 of them also in state.csv of 2026-03-05 10:00:00 UTC",
      );
      expect(fileWords(sources.imports[0]!, sources)).toBe("10 ratings by 4 people");
    });

    it("tell them apart where they came within one second, the one that came first in front", () => {
      const moment = "state.csv of 2026-03-04 09:15:30 UTC";
      const imports = ticked(600, 600, 546, 2).imports.map((one) => ({ ...one, createdAt: "2026-03-04T09:15:30Z" }));
      const both = { ...sources, imports };
      expect([...sourceLabels(both)].filter(([id]) => id === "new" || id === "old")).toEqual([
        ["old", moment],
        ["new", `${moment} (2)`],
      ]);
      expect(judgeOptions(both).find(({ key }) => key === "gpt")?.from).toBe(`in ${moment} (2), in ${moment}`);
      expect(sharedWords("gpt", both, [rates("gpt", "new", 2)])).toBe(`rates 2 items of ${moment} (2)`);
    });
  });

  it("tell two studies of one name apart by when they were made", () => {
    const [demo] = sources.studies;
    const studies = [demo!, { ...demo!, id: "later", createdAt: "2026-03-02T08:00:00Z" }];
    expect([...sourceLabels({ ...sources, studies }).values()].filter((label) => label.startsWith("Demo"))).toEqual([
      "Demo of 2026-03-01 08:00:00 UTC",
      "Demo of 2026-03-02 08:00:00 UTC",
    ]);
    expect(sourceLabels(sources).get("demo")).toBe("Demo");
    expect(studyWords(demo!)).toBe("3 annotations");
    expect(sharedWords("gpt", { ...sources, studies }, [rates("gpt", "later", 2)])).toBe(
      "rates 2 items of Demo of 2026-03-02 08:00:00 UTC",
    );
  });

  it("say beside a judge whose items it rates", () => {
    const met = [rates("gpt", "people", 1), rates("gpt", "both", 1_200), rates("llama", "gone", 4)];
    expect(sharedWords("gpt", sources, met)).toBe("rates 1,200 items of both.csv, 1 item of people.csv");
    expect(sharedWords("llama", sources, met)).toBe("rates none of the items that people rated");
  });

  it("tell two judges of one name apart by where they come from, and else by number", () => {
    const same = (id: string, key: string) => ({ ...file(id, 0, []), judges: [{ key, name: "gpt" }] });
    const namesOf = (imports: SourceOptions["imports"], judges: SourceOptions["judges"] = []) =>
      judgeOptions({ studies: [], imports, judges }).map(({ key, name }) => `${key}: ${name}`);
    expect(namesOf([same("a", "k1"), same("b", "k2")])).toEqual(["k1: gpt, in a.csv", "k2: gpt, in b.csv"]);
    const pair = { ...same("a", "k1"), judges: ["k2", "k1"].map((key) => ({ key, name: "gpt" })) };
    expect(namesOf([pair])).toEqual(["k2: gpt, in a.csv (2)", "k1: gpt, in a.csv"]);
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
    const answer = analysisQuestionSchema.safeParse(questionFromFields(fields), { error: issueWords });
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

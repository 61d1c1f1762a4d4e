import { describe, expect, it } from "vitest";
import {
  choiceWords,
  chosenOf,
  clearFilters,
  type FilterField,
  filterFields,
  isTurned,
  likelyValues,
  queryOf,
  toggled,
  turn,
} from "#components/analysis/filters/filter-fields.ts";
import { withFilters } from "#components/analysis/frame/view-href.ts";
import { analysisQuestionSchema } from "#lib/domain/analysis/question.ts";

const options = {
  ratings: 9_000,
  policies: ["base", "SR", "BC", "BC+SR"].map((label) => ({ label, units: 1_200 })),
  partners: [{ name: "gpt", units: 9 }],
  scenarios: [
    { key: "s1", label: "Two friends share a blanket", items: 4 },
    { key: "s2", label: "A loan", items: 1 },
  ],
  people: [],
  judges: [
    { key: "judge:a", name: "A", items: 12 },
    { key: "judge:b", name: "B", items: 0 },
    { key: "judge:c", name: "C", items: 0 },
  ],
};

const fieldsOf = (question = {}) =>
  filterFields({ question: analysisQuestionSchema.parse({ judges: ["judge:b"], ...question }), options });
/** The choice of the judge where there are so many ratings. */
const judgeAmong = (ratings: number) =>
  filterFields({
    question: analysisQuestionSchema.parse({ judges: ["judge:b"] }),
    options: { ...options, ratings },
  })[0] as FilterField;
const fieldOf = (name: string, question = {}) => fieldsOf(question).find((field) => field.name === name) as FilterField;
const search = (text: string) => new URLSearchParams(text);

describe("the filters of the bar", () => {
  it("leave out a list with nothing to choose, unless the question is narrowed by it", () => {
    expect(fieldsOf().map(({ name }) => name)).not.toContain("partner");
    expect(fieldsOf({ onlyPartners: ["gpt"] }).map(({ name }) => name)).toContain("partner");
  });

  it("set judges apart that share no item with the people, but not the one that is asked", () => {
    const { options: offered, barren } = fieldOf("judge");
    expect(offered.map(({ name }) => name)).toEqual(["A", "B"]);
    expect(barren).toEqual({ label: "Share no item with these people", options: [{ value: "judge:c", name: "C" }] });
  });

  it("say how much each option holds", () => {
    expect(fieldOf("policies").options[0]).toEqual({ value: "base", name: "base", about: "1,200 rated" });
    expect(fieldOf("scenario").options[1]?.about).toBe("1 item");
  });
});

describe("a filter in the address", () => {
  const policies = fieldOf("policies");

  it("is written with its values, and taken away where it says what the question says", () => {
    const one = turn(search("dimension=goal"), policies, ["SR", "BC"]);
    expect(queryOf(one)).toBe("?dimension=goal&policies=SR&policies=BC");
    expect(chosenOf(policies, one)).toEqual(["SR", "BC"]);
    expect(queryOf(turn(one, policies, []))).toBe("?dimension=goal");
    expect(queryOf(turn(search(""), fieldOf("agent"), ["learner"]))).toBe("");
  });

  it("says “all” where the question itself is narrowed", () => {
    const own = fieldOf("policies", { onlyPolicies: ["BC", "SR"] });
    const all = turn(search(""), own, []);
    expect(queryOf(all)).toBe("?policies=all");
    expect(chosenOf(own, all)).toEqual([]);
    expect(isTurned(own, all)).toBe(true);
    expect(isTurned(own, search("policies=SR&policies=BC")), "Their order says nothing").toBe(false);
    expect(choiceWords(own, [])).toBe("all");
  });

  it("is no other filter where it is sent with the value of the question, as a form without scripts does", () => {
    expect(isTurned(fieldOf("judge"), search("judge=judge:b&agent=learner"))).toBe(false);
    expect(isTurned(fieldOf("judge"), search("judge=judge:a"))).toBe(true);
  });

  it("goes away with all others, and nothing else does", () => {
    expect(queryOf(clearFilters(search("dimension=goal&version=2&policies=SR&scenario=s1&agent=both")))).toBe(
      "?dimension=goal&version=2",
    );
  });

  it("goes along to another view", () => {
    const path = withFilters("/analysis/a/grid", search("policies=SR&policies=BC&version=2&x=1"), "goal");
    expect(path).toBe("/analysis/a/grid?dimension=goal&version=2&policies=SR&policies=BC");
    expect(withFilters("/analysis/a", search("dimension=goal"))).toBe("/analysis/a");
  });
});

describe("a list of values", () => {
  const policies = fieldOf("policies");

  it("keeps the order of the options, whatever the order of the clicks", () => {
    expect(toggled(policies, ["BC"], "base")).toEqual(["base", "BC"]);
    expect(toggled(policies, ["base", "BC"], "base")).toEqual(["BC"]);
  });

  it("is named up to three, and counted beyond", () => {
    expect(choiceWords(policies, ["base", "BC"])).toBe("base and BC");
    expect(choiceWords(policies, ["base", "SR", "BC", "BC+SR"])).toBe("4 of 4");
    expect(choiceWords(fieldOf("scenario"), ["s2", "gone"])).toBe("A loan and gone");
  });
});

describe("what a single choice may be turned to next", () => {
  const options = ["a", "b", "c", "d", "e", "f", "g", "h", "i"].map((value) => ({ value, name: value }));
  const field: FilterField = { name: "judge", label: "Judge", kind: "one", own: ["a"], options };

  it("is its other values, the nearest first, six of them", () => {
    expect(likelyValues(field, ["c"])).toEqual(["b", "d", "a", "e", "f", "g"]);
  });

  it("leaves out values that give nothing, and begins at the first where something unknown is chosen", () => {
    const known = fieldOf("judge");
    expect(known.barren?.options.map(({ value }) => value)).toEqual(["judge:c"]);
    expect(likelyValues(known, ["judge:b"])).toEqual(["judge:a"]);
    expect(likelyValues(field, ["gone"]).slice(0, 2)).toEqual(["a", "b"]);
  });

  it("names no other judge where there are many ratings to read", () => {
    expect(likelyValues(judgeAmong(20_000), ["judge:b"])).toEqual(["judge:a"]);
    expect(likelyValues(judgeAmong(20_001), ["judge:b"])).toEqual([]);
  });
});

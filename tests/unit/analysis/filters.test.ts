import { describe, expect, test } from "vitest";
import { type RatingColumns, ratingCount } from "#lib/domain/analysis/columns.ts";
import { buildContext } from "#lib/domain/analysis/context.ts";
import { asExploratory } from "#lib/domain/analysis/exploratory.ts";
import { filterChangesOf } from "#lib/domain/analysis/filter-changes.ts";
import { findFilterOptions } from "#lib/domain/analysis/filter-options.ts";
import { findView } from "#lib/domain/analysis/find-view.ts";
import type { BiasFinding } from "#lib/domain/analysis/findings/bias.ts";
import { joinBlocks } from "#lib/domain/analysis/join-blocks.ts";
import { methodsParagraph } from "#lib/domain/analysis/methods.ts";
import { type AnalysisQuestionInput, analysisQuestionSchema } from "#lib/domain/analysis/question.ts";
import { environmentKey, situationLabel } from "#lib/domain/analysis/scenario-words.ts";
import { seededRandom } from "#lib/domain/shared/random.ts";
import { type MadeItem, type MadeRating, makeBlock } from "#tests/factories/rating-columns.ts";

const POLICIES = ["base", "BC", "SR"];
const PARTNERS = ["gpt", "llama"];
const SCENARIOS = ["boat", "blanket", "loan"];

type Row = MadeRating & { file: string };

/** Every policy beside both partners in three scenarios, four episodes of each; two files of people and one of a judge. */
function makeRows(): { rows: Row[]; items: Record<string, MadeItem> } {
  const random = seededRandom(11);
  const items: Record<string, MadeItem> = {};
  const rows: Row[] = [];
  for (const policy of POLICIES)
    for (const partner of PARTNERS)
      for (const scenarioKey of SCENARIOS)
        for (let i = 0; i < 4; i += 1) {
          const item = `${policy} ${partner} ${scenarioKey} ${i}`;
          items[item] = { policies: [policy, partner], scenarioKey };
          for (const agent of [1, 2]) {
            const rate = (rater: string, file: string) =>
              rows.push({ item, agent, rater, file, score: random.int(0, 10) });
            rate("judge", "judge");
            rate("ann", "students");
            // Ann is in both files: the group is that of the rating, not of the person.
            rate(i % 2 === 0 ? "ann" : "eva", "experts");
          }
        }
  return { rows, items };
}

const { rows, items } = makeRows();

function columnsOf(chosen: readonly Row[]): RatingColumns {
  const files = Map.groupBy(chosen, ({ file }) => file);
  return joinBlocks(
    [...files].map(([file, own]) => {
      const block = makeBlock(own, items);
      const raters = block.raters.map((rater) => ({ ...rater, source: `${file}.csv`, sourceId: file }));
      return { ...block, raters };
    }),
  );
}

const question = (input: AnalysisQuestionInput = {}) =>
  analysisQuestionSchema.parse({
    partnerPolicies: PARTNERS,
    policies: POLICIES.map((label) => ({ label, names: [label] })),
    base: "base",
    resamples: 200,
    ...input,
  });

const biasOf = (columns: RatingColumns, input: AnalysisQuestionInput = {}): BiasFinding =>
  findView(buildContext(columns, question(input)), "bias");

/** The numbers of a view, without the sentence that names the filters and without what was left out. */
function numbersOf({ byDimension, counts: { leftOut, ...counts }, clusters }: BiasFinding) {
  return { byDimension, counts, clusters };
}

const isOf = (part: number, names: readonly string[]) => (row: Row) => names.includes(row.item.split(" ")[part] ?? "");

describe("a filter gives what the same question gives on the part of the ratings by hand", () => {
  const all = columnsOf(rows);
  const agents = ["learner", "partner", "both"] as const;
  const cases: [string, AnalysisQuestionInput, (row: Row) => boolean][] = [
    ["one partner", { onlyPartners: ["llama"] }, isOf(1, ["llama"])],
    ["two scenarios", { onlyScenarios: ["boat", "loan"] }, isOf(2, ["boat", "loan"])],
    ["the people of one file", { onlyPeople: ["experts"] }, ({ file }) => file !== "students"],
    [
      "all of them together",
      { onlyPartners: ["gpt"], onlyScenarios: ["blanket"], onlyPeople: ["students"] },
      (row) => isOf(1, ["gpt"])(row) && isOf(2, ["blanket"])(row) && row.file !== "experts",
    ],
  ];
  for (const [name, filter, isIn] of cases)
    for (const whichAgent of agents)
      test(`${name}, agent: ${whichAgent}`, () => {
        // With both agents, partners are policies of their own, and must be compared to count.
        const policies = whichAgent === "both" ? [...POLICIES, ...PARTNERS] : POLICIES;
        const more = { whichAgent, policies: policies.map((label) => ({ label, names: [label] })) };
        const filtered = biasOf(all, { ...more, ...filter });
        expect(filtered.counts.humanRatings).toBeGreaterThan(0);
        expect(filtered.counts.humanRatings).toBeLessThan(biasOf(all, more).counts.humanRatings);
        expect(numbersOf(filtered)).toEqual(numbersOf(biasOf(columnsOf(rows.filter(isIn)), more)));
      });

  test("what a filter leaves out is counted under its reason", () => {
    const { leftOut } = biasOf(all, { onlyScenarios: ["boat"], onlyPeople: ["experts"] }).counts;
    expect(leftOut).toMatchObject({ otherScenarios: 144, otherPeople: 24, otherAgents: 216, otherPartners: 0 });
    expect(biasOf(all, { onlyPartners: ["gpt"] }).counts.leftOut.otherPartners).toBe(108);
  });
});

describe("a filter on policies", () => {
  const all = columnsOf(rows);

  test("keeps their order, their colours and their numbers, whatever the order of the address", () => {
    const whole = biasOf(all);
    const some = biasOf(all, { onlyPolicies: ["SR", "base"] });
    expect(some.policies).toEqual([
      { label: "base", names: ["base"], position: 0, colour: 0, isBase: true },
      { label: "SR", names: ["SR"], position: 1, colour: 2, isBase: false },
    ]);
    const biases = (finding: BiasFinding, label: string) =>
      finding.byDimension[0]?.policies.find(({ policy }) => policy.label === label)?.bias;
    for (const label of ["base", "SR"]) expect(biases(some, label)).toEqual(biases(whole, label));
  });

  test("makes the first of the rest the base where the base is not among them", () => {
    const { policies } = biasOf(all, { base: "SR", onlyPolicies: ["BC", "base"] });
    expect(policies.map(({ label, isBase }) => [label, isBase])).toEqual([
      ["base", true],
      ["BC", false],
    ]);
  });

  test("narrows what the data hold where the question names no policy", () => {
    const { policies } = biasOf(all, { policies: [], base: "", onlyPolicies: ["BC"] });
    expect(policies.map(({ label }) => label)).toEqual(["BC"]);
  });
});

describe("what a filter is called", () => {
  const all = columnsOf(rows);

  test("stands in the sentence above every figure", () => {
    const { filters } = biasOf(all, { onlyPartners: ["gpt"], onlyScenarios: ["loan"], onlyPeople: ["experts"] });
    expect(filters).toContain("Partner: gpt. Only in “Situation loan”. Only people of experts.csv.");
    expect(filters).toContain("ratings beside other partners");
  });

  test("is counted where it is long, and names what the data do not know by its key", () => {
    const many = [...SCENARIOS, "gone"];
    expect(biasOf(all, { onlyScenarios: many }).filters).toContain("Only 4 scenarios.");
    expect(biasOf(all, { onlyScenarios: ["gone"] }).empty?.remedy).toBe("widen-filters");
  });

  test("of a scenario is short and the same for the same text", () => {
    const text = "Two friends share a blanket. ".repeat(5);
    expect(environmentKey("01H7VFHPJKR16MD1KC71V4ZRCF")).toBe("01H7VFHPJKR16MD1KC71V4ZRCF");
    expect(environmentKey(text).length).toBeLessThanOrEqual(60);
    expect(environmentKey(`${text}!`)).not.toBe(environmentKey(text));
    expect(situationLabel("Two <p viewer='agent_0'>old\n friends</p> meet")).toBe("Two old friends meet");
    expect(situationLabel(text)).toHaveLength(110);
  });
});

describe("what is offered to choose from", () => {
  test("is what the question holds without its filters", () => {
    const options = findFilterOptions(columnsOf(rows), question({ onlyScenarios: ["boat"], onlyPolicies: ["BC"] }));
    expect(options.ratings).toBe(ratingCount(columnsOf(rows)));
    expect(options.policies).toEqual(POLICIES.map((label) => ({ label, units: 24 })));
    expect(options.partners).toEqual(PARTNERS.map((name) => ({ name, units: 36 })));
    expect(options.scenarios.map(({ key, items: count }) => [key, count])).toEqual(
      [...SCENARIOS].sort().map((key) => [key, 24]),
    );
    expect(options.people).toEqual([
      { id: "experts", name: "experts.csv", raters: 2 },
      { id: "students", name: "students.csv", raters: 1 },
    ]);
  });
});

describe("the filters of an address", () => {
  const read = (address: string) => {
    const search = new URLSearchParams(address);
    return filterChangesOf((name) => search.getAll(name));
  };

  test("may hold several values, each once; “all” takes a filter of the question away", () => {
    expect(read("policies=BC&policies=SR&policies=BC&partner=gpt&scenario=&people=all&agent=both")).toEqual({
      whichAgent: "both",
      onlyPolicies: ["BC", "SR"],
      onlyPartners: ["gpt"],
      onlyPeople: [],
    });
    expect(read("policy=BC&agent=nobody")).toEqual({});
  });

  test("are cut where somebody wrote more than an address can hold", () => {
    const many = Array.from({ length: 300 }, (_, i) => `scenario=${"s".repeat(400)}${i}`).join("&");
    expect(read(many).onlyScenarios).toEqual(["s".repeat(300)]);
    const short = Array.from({ length: 300 }, (_, i) => `scenario=${i}`).join("&");
    expect(read(short).onlyScenarios).toHaveLength(200);
  });
});

describe("a slice that nobody saved", () => {
  const finding = biasOf(columnsOf(rows), { onlyScenarios: ["boat"] });

  test("says so, keeps its intervals and has no p-value", () => {
    const slice = asExploratory(finding) as BiasFinding;
    expect(slice.filters).toBe(`Exploratory, with filters that are not saved: ${finding.filters}`);
    expect(slice.byDimension[0]?.family).toContain("no p-values");
    expect(slice.byDimension[0]?.policies[0]?.bias.interval).toEqual(
      finding.byDimension[0]?.policies[0]?.bias.interval,
    );
    const values = JSON.stringify(slice).matchAll(/"(p|pAdjusted|permutationP)":([^,}]+)/g);
    expect(new Set([...values].map(([, , value]) => value))).toEqual(new Set(["null"]));
    expect(methodsParagraph(question(), slice)).toContain("no p-values are given");
    expect(methodsParagraph(question(), finding)).toContain("adjusted by Holm");
  });
});

test("a question that was saved before there were filters is read with none", () => {
  const { onlyPolicies, onlyPartners, onlyScenarios, onlyPeople } = analysisQuestionSchema.parse({ format: 1 });
  expect([onlyPolicies, onlyPartners, onlyScenarios, onlyPeople]).toEqual([[], [], [], []]);
});

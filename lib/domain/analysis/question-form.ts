import { isGeneralIssue } from "#lib/domain/shared/issue-words.ts";
import { proposedLabels } from "./policy-labels.ts";
import { orderPolicies } from "./policy-order.ts";
import type { AnalysisQuestion, AnalysisQuestionInput, ComparedPolicy } from "./question.ts";

/** The fields of the form as they are sent: names with text; a tick is there or is not. */
export type QuestionFields = Record<string, string>;

/** What a row of the form's list of policies does with its policy. */
const POLICY_USES = ["compare", "partner", "leave-out"] as const;
export type PolicyUse = (typeof POLICY_USES)[number];

/** One row of the list: a policy as the data name it, what it is called, what it is for. */
export type PolicyRow = { name: string; label: string; use: PolicyUse };

/** The keys of a group of ticks, `study.ID` and the like. */
function ticked(fields: QuestionFields, group: string): string[] {
  const start = `${group}.`;
  return Object.keys(fields)
    .filter((name) => name.startsWith(start))
    .map((name) => name.slice(start.length));
}

/** The rows of the list of policies, in the order of their numbers. */
export function policyRowsOf(fields: QuestionFields): PolicyRow[] {
  const places = ticked(fields, "policyName")
    .map(Number)
    .sort((a, b) => a - b);
  const nameAt = (place: number) => fields[`policyName.${place}`] ?? "";
  const labels = proposedLabels(places.map(nameAt));
  return places.map((place) => {
    const name = nameAt(place);
    const use = POLICY_USES.find((known) => known === fields[`policyUse.${place}`]) ?? "compare";
    return { name, label: fields[`policyLabel.${place}`]?.trim() || labels.get(name)!, use };
  });
}

/** Rows that are compared, in their order; rows under one label are one policy. */
function comparedPolicies(rows: readonly PolicyRow[]): ComparedPolicy[] {
  const byLabel = Map.groupBy(
    rows.filter((row) => row.use === "compare"),
    (row) => row.label,
  );
  return [...byLabel].map(([label, same]) => ({ label, names: same.map((row) => row.name) }));
}

/**
 * The question that a filled-in form asks, to be checked by the schema. Numbers that do not read become NaN, which the
 * schema refuses with a sentence.
 */
export function questionFromFields(fields: QuestionFields): AnalysisQuestionInput {
  const rows = policyRowsOf(fields);
  const number = (name: string) => Number((fields[name] ?? "").trim().replace(",", ".") || Number.NaN);
  return {
    studyIds: ticked(fields, "study"),
    importIds: ticked(fields, "import"),
    judgeImportIds: ticked(fields, "judgeImport"),
    judges: fields.judge ? [fields.judge] : [],
    policies: comparedPolicies(rows),
    base: rows.find((row) => row.name === fields.base && row.use === "compare")?.label ?? "",
    partnerPolicies: rows.filter((row) => row.use === "partner").map((row) => row.name),
    whichAgent: fields.whichAgent as AnalysisQuestionInput["whichAgent"],
    dimensions: ticked(fields, "dimension"),
    clusterRule: fields.clusterRule as AnalysisQuestionInput["clusterRule"],
    leftOutRaters: ticked(fields, "leftOut"),
    onlyPartners: ticked(fields, "onlyPartner"),
    onlyScenarios: ticked(fields, "onlyScenario"),
    onlyPeople: ticked(fields, "onlyPeople"),
    countExcluded: "countExcluded" in fields,
    keepDuplicates: "keepDuplicates" in fields,
    keepSecondRatings: "keepSecondRatings" in fields,
    samplingIsRandom: "samplingIsRandom" in fields,
    keepChosenByHand: "keepChosenByHand" in fields,
    confidence: number("confidence") / 100,
    seed: number("seed"),
    resamples: number("resamples"),
    epsilon: number("epsilon"),
    targetHalfWidth: number("targetHalfWidth"),
  };
}

/** A question as the fields of its form. `known` are the policies of the data: what the question leaves out comes last. */
export function questionToFields(question: AnalysisQuestion, known: readonly string[]): QuestionFields {
  const ticks = (group: string, keys: readonly string[]) => keys.map((key) => [`${group}.${key}`, "on"] as const);
  const isOn = (
    name: "countExcluded" | "keepDuplicates" | "keepSecondRatings" | "samplingIsRandom" | "keepChosenByHand",
  ) => (question[name] ? [[name, "on"] as const] : []);
  const rows = policyRowsFor(question, known);
  const base = question.policies.find(({ label }) => label === question.base)?.names[0];
  return Object.fromEntries([
    ...ticks("study", question.studyIds),
    ...ticks("import", question.importIds),
    ...ticks("judgeImport", question.judgeImportIds),
    ...ticks("dimension", question.dimensions),
    ...ticks("leftOut", question.leftOutRaters),
    ...ticks("onlyPartner", question.onlyPartners),
    ...ticks("onlyScenario", question.onlyScenarios),
    ...ticks("onlyPeople", question.onlyPeople),
    ...isOn("countExcluded"),
    ...isOn("keepDuplicates"),
    ...isOn("keepSecondRatings"),
    ...isOn("samplingIsRandom"),
    ...isOn("keepChosenByHand"),
    ["judge", question.judges[0] ?? ""],
    ["base", base ?? rows.find((row) => row.use === "compare")?.name ?? ""],
    ["whichAgent", question.whichAgent],
    ["clusterRule", question.clusterRule],
    ["confidence", String(Number((question.confidence * 100).toFixed(2)))],
    ["seed", String(question.seed)],
    ["resamples", String(question.resamples)],
    ["epsilon", String(question.epsilon)],
    ["targetHalfWidth", String(question.targetHalfWidth)],
    ...rows.flatMap((row, place) => [
      [`policyName.${place}`, row.name] as const,
      [`policyLabel.${place}`, row.label] as const,
      [`policyUse.${place}`, row.use] as const,
    ]),
  ]);
}

function policyRowsFor(question: AnalysisQuestion, known: readonly string[]): PolicyRow[] {
  // A saved filter on policies becomes part of the list: who stands outside of it is left out.
  const { onlyPolicies } = question;
  const isShown = (label: string) => onlyPolicies.length === 0 || onlyPolicies.includes(label);
  const kindOf = (label: string): PolicyUse => (isShown(label) ? "compare" : "leave-out");
  const compared = question.policies.flatMap(({ label, names }) =>
    names.map((name): PolicyRow => ({ name, label, use: kindOf(label) })),
  );
  const labels = proposedLabels([...known, ...question.partnerPolicies]);
  const labelOf = (name: string) => labels.get(name)!;
  const partners = question.partnerPolicies.map((name): PolicyRow => ({ name, label: labelOf(name), use: "partner" }));
  const placed = new Set([...compared, ...partners].map((row) => row.name));
  // A question that names no policy compares all that the data hold.
  const others = orderPolicies(known.filter((name) => !placed.has(name))).map(
    (name): PolicyRow => ({
      name,
      label: labelOf(name),
      use: question.policies.length === 0 ? kindOf(name) : "leave-out",
    }),
  );
  return question.policies.length === 0 ? [...others, ...partners] : [...compared, ...partners, ...others];
}

const FIELD_OF: Record<string, string> = {
  studyIds: "sources",
  importIds: "sources",
  judgeImportIds: "judge",
  judges: "judge",
  policies: "policies",
};

/** The field of the form that an issue of the question belongs to. */
export function fieldOfQuestionIssue(path: string): string {
  const first = path.replace(/^question\./, "").split(".")[0] ?? "";
  return FIELD_OF[first] ?? first;
}

/** What each field takes, for a value that its rule refuses in the rule's own terms. */
const FIELD_SENTENCES: Record<string, string> = {
  name: "Give the analysis a name of at most 120 characters.",
  confidence: "Give a percentage from 50 to 99.9.",
  seed: "Give a whole number from 0 to 2,147,483,647.",
  resamples: "Give a whole number from 200 to 20,000.",
  epsilon: "Give a number from 0 to 0.5.",
  targetHalfWidth: "Give a number of points from 0.05 to 10.",
  policies: "Compare at most 24 policies, each under a name of at most 60 characters.",
};

/** The sentence for an issue: ours as it is, one in the words of the schema's library as what the field takes. */
export function wordQuestionIssue(field: string, message: string): string {
  return isGeneralIssue(message) ? (FIELD_SENTENCES[field] ?? message) : message;
}

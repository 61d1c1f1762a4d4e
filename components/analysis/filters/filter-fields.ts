import { formatInteger, plural } from "#components/ui/format.ts";
import { ALL, FILTER_PARAMETERS, type FilterParameter } from "#lib/domain/analysis/filter-changes.ts";
import { listInWords } from "#lib/domain/analysis/words.ts";
import type { FilteredAnalysis } from "./filter-context.tsx";

/** One thing to choose: its value in the address, what it is called, and what is known of it. */
export type FilterOption = { value: string; name: string; about?: string };

/** One filter: `own` is what the saved question has, one value for a single choice, several or none for a list. */
export type FilterField = {
  name: FilterParameter;
  label: string;
  kind: "one" | "list";
  own: readonly string[];
  options: readonly FilterOption[];
  /** Options that can be chosen and give nothing, with what they have in common. */
  barren?: { label: string; options: readonly FilterOption[] };
  /** Every value reads so many ratings anew that none is asked for before somebody chooses it. */
  isCostly?: boolean;
};

/** Ratings of another judge are read ahead up to so many; more would keep others waiting for what nobody may want. */
const MOST_AHEAD = 20_000;
/** So many values of a list are named; more are counted. */
const NAMED = 3;

type Known = Pick<FilteredAnalysis, "question" | "options">;

/** Every filter of a question in the order of the bar; a list without a choice is left out unless it is in use. */
export function filterFields(known: Known): FilterField[] {
  return [judgeField(known), ...ruleFields(known), ...listFields(known)];
}

function judgeField({ question, options }: Known): FilterField {
  const own = question.judges.length === 1 ? question.judges : [""];
  const toOption = ({ key, name }: { key: string; name: string }) => ({ value: key, name });
  const rest = options.judges.filter(({ key, items }) => items === 0 && !own.includes(key));
  return {
    name: "judge",
    label: "Judge",
    kind: "one",
    own,
    isCostly: options.ratings > MOST_AHEAD,
    options: [
      ...(question.judges.length === 1 ? [] : [{ value: "", name: "As saved" }]),
      ...options.judges.filter((judge) => !rest.includes(judge)).map(toOption),
    ],
    ...(rest.length > 0 ? { barren: { label: "Share no item with these people", options: rest.map(toOption) } } : {}),
  };
}

function ruleFields({ question }: Known): FilterField[] {
  const field = (name: FilterParameter, label: string, own: string, options: [string, string][]): FilterField => ({
    name,
    label,
    kind: "one",
    own: [own],
    options: options.map(([value, words]) => ({ value, name: words })),
  });
  return [
    field("agent", "Agent", question.whichAgent, [
      ["learner", "Under study"],
      ["both", "Both"],
      ["partner", "Partner"],
    ]),
    field("clusters", "Independent are", question.clusterRule, [
      ["automatic", "Chosen by the data"],
      ["episode", "Episodes"],
      ["scenario", "Scenarios"],
    ]),
    field("excluded", "Excluded ratings", question.countExcluded ? "count" : "leave", [
      ["leave", "Left out"],
      ["count", "Counted"],
    ]),
    field("repeated", "Repeated rows", question.keepDuplicates ? "count" : "once", [
      ["count", "Counted"],
      ["once", "Once"],
    ]),
  ];
}

function listFields({ question, options }: Known): FilterField[] {
  const field = (
    name: FilterParameter,
    label: string,
    own: readonly string[],
    values: FilterOption[],
  ): FilterField => ({
    name,
    label,
    kind: "list",
    own,
    options: values,
  });
  const policies = options.policies.map(({ label, units }) => ({
    value: label,
    name: label,
    about: ratedWords(units),
  }));
  const partners = options.partners.map(({ name, units }) => ({ value: name, name, about: ratedWords(units) }));
  const scenarios = options.scenarios.map(({ key, label, items }) => ({
    value: key,
    name: label,
    about: plural(items, "item"),
  }));
  const people = options.people.map(({ id, name, raters }) => ({
    value: id,
    name,
    about: plural(raters, "person", "people"),
  }));
  return [
    field("policies", "Policies", question.onlyPolicies, policies),
    field("partner", "Partner policy", question.onlyPartners, partners),
    field("scenario", "Scenarios", question.onlyScenarios, scenarios),
    field("people", "People of", question.onlyPeople, people),
  ].filter((list) => list.options.length > 1 || list.own.length > 0);
}

function ratedWords(units: number): string {
  return `${formatInteger(units)} rated`;
}

/** What is chosen of a filter: what the address says, else what the question has. */
export function chosenOf(field: FilterField, search: URLSearchParams): readonly string[] {
  const values = search.getAll(field.name).filter(Boolean);
  if (values.length === 0) return field.own;
  if (field.kind === "one") return values.slice(0, 1);
  return values.includes(ALL) ? [] : values;
}

/** Whether the address turns a filter away from what the question has. */
export function isTurned(field: FilterField, search: URLSearchParams): boolean {
  return !isSame(chosenOf(field, search), field.own);
}

/** The address with another choice of one filter; a choice that the question has anyway is not written. */
export function turn(search: URLSearchParams, field: FilterField, values: readonly string[]): URLSearchParams {
  const next = new URLSearchParams(search);
  next.delete(field.name);
  if (isSame(values, field.own)) return next;
  for (const value of values.length === 0 ? [ALL] : values) next.append(field.name, value);
  return next;
}

/** The address with every filter as the question has it. */
export function clearFilters(search: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const name of FILTER_PARAMETERS) next.delete(name);
  return next;
}

/** The choice of a filter in a few words, for its chip. */
export function choiceWords(field: FilterField, values: readonly string[]): string {
  if (field.kind === "list" && values.length === 0) return "all";
  if (values.length > NAMED) return `${values.length} of ${field.options.length}`;
  const options = [...field.options, ...(field.barren?.options ?? [])];
  return listInWords(values.map((value) => options.find((option) => option.value === value)?.name ?? value));
}

/** Adds a value to a list, or takes it out, in the order of the options; values that the data do not have stay. */
export function toggled(field: FilterField, values: readonly string[], value: string): string[] {
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
  const place = (one: string) => field.options.findIndex((option) => option.value === one);
  return next.toSorted((a, b) => place(a) - place(b));
}

/** So many values of a single choice are likely to be chosen next. */
const LIKELY = 6;

/**
 * What a single choice may be turned to next: its other values, those nearest to the chosen one first; none where asking
 * for one of them costs much.
 */
export function likelyValues(field: FilterField, chosen: readonly string[]): string[] {
  if (field.isCostly) return [];
  const values = field.options.map(({ value }) => value);
  const place = values.indexOf(chosen[0] ?? "");
  const distance = (value: string) => Math.abs(values.indexOf(value) - place);
  return values
    .filter((value) => !chosen.includes(value))
    .toSorted((a, b) => distance(a) - distance(b))
    .slice(0, LIKELY);
}

/** Whether two choices are the same whatever their order. */
function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value) => b.includes(value));
}

/** The query of an address; empty without parameters. */
export function queryOf(search: URLSearchParams): string {
  return search.size === 0 ? "" : `?${search}`;
}

import { AGENT_SCOPES, type AgentScope, CLUSTER_RULES, type ClusterRuleWish } from "./question.ts";

/** Filters of a question that a reader tries out in the address, without saving them. */
export type FilterChanges = {
  judges?: string[];
  whichAgent?: AgentScope;
  clusterRule?: ClusterRuleWish;
  countExcluded?: boolean;
  keepDuplicates?: boolean;
  onlyPolicies?: string[];
  onlyPartners?: string[];
  onlyScenarios?: string[];
  onlyPeople?: string[];
};

/** The parameters of an address that hold one choice each. */
const SINGLE_FILTERS = ["judge", "agent", "clusters", "excluded", "repeated"] as const;

/** The parameters that may stand several times, with the part of the question that each narrows. */
const LIST_FILTERS = {
  policies: "onlyPolicies",
  partner: "onlyPartners",
  scenario: "onlyScenarios",
  people: "onlyPeople",
} as const;
export type ListFilter = keyof typeof LIST_FILTERS;

/** The parameters of an address that hold {@link FilterChanges}. */
export const FILTER_PARAMETERS = [...SINGLE_FILTERS, ...(Object.keys(LIST_FILTERS) as ListFilter[])] as const;
export type FilterParameter = (typeof FILTER_PARAMETERS)[number];

/** Stands in a list for “all of them”, where the question itself is narrowed. */
export const ALL = "all";
/** An address holds so many values of one filter at most, as browsers and servers cut long ones. */
const MOST_VALUES = 200;

/** What an address has under a name: a value, several, or none. */
export type ReadAddress = (name: string) => string | readonly string[] | null | undefined;

/** Reads the filters of an address; what is not known there is left as the question has it. */
export function filterChangesOf(read: ReadAddress): FilterChanges {
  const changes: FilterChanges = {};
  const judge = firstOf(read, "judge");
  const agent = AGENT_SCOPES.find((scope) => scope === firstOf(read, "agent"));
  const clusters = CLUSTER_RULES.find((rule) => rule === firstOf(read, "clusters"));
  const excluded = firstOf(read, "excluded");
  const repeated = firstOf(read, "repeated");
  if (judge) changes.judges = [judge.slice(0, 300)];
  if (agent) changes.whichAgent = agent;
  if (clusters) changes.clusterRule = clusters;
  if (excluded === "count" || excluded === "leave") changes.countExcluded = excluded === "count";
  if (repeated === "count" || repeated === "once") changes.keepDuplicates = repeated === "count";
  for (const [name, part] of Object.entries(LIST_FILTERS)) {
    const values = allOf(read, name);
    if (values.length > 0) changes[part] = values.includes(ALL) ? [] : values;
  }
  return changes;
}

/** Which version of an analysis an address asks for; undefined for the newest. */
export function versionOf(read: ReadAddress): number | undefined {
  const version = Number(firstOf(read, "version") ?? "");
  return Number.isInteger(version) && version > 0 ? version : undefined;
}

/**
 * The part of an address that the numbers of a view depend on, its version and its filters, in one order: what differs
 * in nothing else is the same text.
 */
export function filterQueryOf(read: ReadAddress): string {
  const parameters = new URLSearchParams();
  for (const name of ["version", ...FILTER_PARAMETERS])
    for (const value of [read(name) ?? []].flat()) parameters.append(name, value);
  return parameters.toString();
}

function firstOf(read: ReadAddress, name: string): string | undefined {
  return [read(name)].flat()[0] ?? undefined;
}

/** The values under a name, each once, in the order of the address. */
function allOf(read: ReadAddress, name: string): string[] {
  const values = [read(name)].flat().flatMap((value) => (value ? [value.slice(0, 300)] : []));
  return [...new Set(values)].slice(0, MOST_VALUES);
}

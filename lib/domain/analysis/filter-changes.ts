import { AGENT_SCOPES, type AgentScope, CLUSTER_RULES, type ClusterRuleWish } from "./question.ts";

/** Filters of a question that a reader tries out in the address, without saving them. */
export type FilterChanges = {
  judges?: string[];
  whichAgent?: AgentScope;
  clusterRule?: ClusterRuleWish;
  countExcluded?: boolean;
  keepDuplicates?: boolean;
};

/** The parameters of an address that hold {@link FilterChanges}. */
export const FILTER_PARAMETERS = ["judge", "agent", "clusters", "excluded", "repeated"] as const;

type Read = (name: string) => string | null | undefined;

/** Reads the filters of an address; what is not known there is left as the question has it. */
export function filterChangesOf(read: Read): FilterChanges {
  const changes: FilterChanges = {};
  const judge = read("judge");
  const agent = AGENT_SCOPES.find((scope) => scope === read("agent"));
  const clusters = CLUSTER_RULES.find((rule) => rule === read("clusters"));
  const excluded = read("excluded");
  const repeated = read("repeated");
  if (judge) changes.judges = [judge.slice(0, 300)];
  if (agent) changes.whichAgent = agent;
  if (clusters) changes.clusterRule = clusters;
  if (excluded === "count" || excluded === "leave") changes.countExcluded = excluded === "count";
  if (repeated === "count" || repeated === "once") changes.keepDuplicates = repeated === "count";
  return changes;
}

/** Which version of an analysis an address asks for; undefined for the newest. */
export function versionOf(read: Read): number | undefined {
  const version = Number(read("version") ?? "");
  return Number.isInteger(version) && version > 0 ? version : undefined;
}

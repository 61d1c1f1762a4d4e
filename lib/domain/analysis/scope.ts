import { type RatingColumns, SEAT_ROLES, type SeatRole, type UnitTable } from "./columns.ts";
import type { PolicyFacts } from "./findings/common.ts";
import { orderPolicies } from "./policy-order.ts";
import type { AnalysisQuestion, ComparedPolicy } from "./question.ts";

/** For which policy of the comparison each unit counts: `of[unit]` is an index into `policies`, or one of the two below. */
export type UnitGroups = { of: Int16Array; policies: PolicyFacts[] };

/** The unit's policy is not among those compared. */
export const OTHER_POLICY = -1;
/** The unit's seat does not count. */
export const OTHER_AGENT = -2;
/** The unit's partner is not among those asked for. */
export const OTHER_PARTNER = -3;
/** The unit's scenario is not among those asked for. */
export const OTHER_SCENARIO = -4;

/** Stands for the policy of units whose source names none. */
const UNKNOWN_POLICY = "unknown policy";

/**
 * Decides which units count and for which policy. The agent under study counts for its own policy; a partner counts for
 * the policy it sat opposite to (the question is how partners of that policy fare); with both, each agent counts for its
 * own, so that the two of one episode may stand in different rows.
 */
export function groupUnits(units: UnitTable, question: AnalysisQuestion): UnitGroups {
  const isPartnerPolicy = units.policies.map((policy) => question.partnerPolicies.includes(policy));
  const names = unitPolicyNames(units, question, isPartnerPolicy);
  const policies = shownPolicies(question.policies.length > 0 ? question.policies : allPolicies(names), question);
  const place = new Map(policies.flatMap((policy) => policy.names.map((name) => [name, policy.position])));
  const isPartnerIn = memberOf(question.onlyPartners, units.policies);
  const isScenarioIn = memberOf(
    question.onlyScenarios,
    units.items.environments.map(({ key }) => key),
  );
  const of = Int16Array.from(names, (name, unit) => {
    if (name === null) return OTHER_AGENT;
    if (!isPartnerIn(partnerOf(units, unit, isPartnerPolicy))) return OTHER_PARTNER;
    if (!isScenarioIn(units.items.environment[units.item[unit]!]!)) return OTHER_SCENARIO;
    return place.get(name) ?? OTHER_POLICY;
  });
  return { of, policies };
}

/** The policies that are shown, with their places; where a filter takes the base away, the first of the rest is the base. */
function shownPolicies(compared: readonly ComparedPolicy[], { base, onlyPolicies }: AnalysisQuestion): PolicyFacts[] {
  const shown = compared
    .map((policy, colour) => ({ ...policy, colour }))
    .filter(({ label }) => onlyPolicies.length === 0 || onlyPolicies.includes(label));
  const baseLabel = shown.some(({ label }) => label === base) ? base : shown[0]?.label;
  return shown.map(({ label, names, colour }, position) => ({
    label,
    names,
    position,
    colour,
    isBase: label === baseLabel,
  }));
}

/** Whether a place of a table is among the wanted names; everything is where nothing is wanted. */
function memberOf(wanted: readonly string[], names: readonly string[]): (place: number) => boolean {
  if (wanted.length === 0) return () => true;
  const set = new Set(wanted);
  const isIn = names.map((name) => set.has(name));
  return (place) => isIn[place] ?? false;
}

/** The policy (as a place in `policies`) that keeps the agent under study company: a partner's own, else the one opposite. */
export function partnerOf(units: UnitTable, unit: number, isPartnerPolicy: readonly boolean[]): number {
  return roleOf(units, unit, isPartnerPolicy) === "partner" ? units.policy[unit]! : units.partnerPolicy[unit]!;
}

/** The policy for which each unit counts, or null where its seat does not count. */
function unitPolicyNames(
  units: UnitTable,
  { whichAgent }: AnalysisQuestion,
  isPartnerPolicy: readonly boolean[],
): (string | null)[] {
  const nameOf = (policy: number) => units.policies[policy] ?? UNKNOWN_POLICY;
  return Array.from({ length: units.count }, (_, unit) => {
    const own = nameOf(units.policy[unit]!);
    if (whichAgent === "both") return own;
    const role = roleOf(units, unit, isPartnerPolicy);
    if (whichAgent === "learner") return role === "partner" ? null : own;
    return role === "partner" ? nameOf(units.partnerPolicy[unit]!) : null;
  });
}

/**
 * The role of a seat. The source's own word counts; else a seat with a partner policy opposite to one without is the
 * partner, and everybody else is under study (in self-play of a partner policy both are).
 */
function roleOf(units: UnitTable, unit: number, isPartnerPolicy: readonly boolean[]): SeatRole {
  const known = SEAT_ROLES[units.role[unit]!] ?? "unknown";
  if (known !== "unknown") return known;
  const own = isPartnerPolicy[units.policy[unit]!] ?? false;
  const opposite = isPartnerPolicy[units.partnerPolicy[unit]!] ?? false;
  return own && !opposite && units.partnerPolicy[unit]! >= 0 ? "partner" : "learner";
}

function allPolicies(names: readonly (string | null)[]): ComparedPolicy[] {
  const seen = [...new Set(names)].filter((name) => name !== null).sort();
  return orderPolicies(seen).map((name) => ({ names: [name], label: name }));
}

/** Policies of the columns with how many units each seat has, most first: what the form of a question offers. */
export function countPolicies(columns: RatingColumns): { name: string; units: number; asPartner: number }[] {
  const { units } = columns;
  const counts = units.policies.map((name) => ({ name, units: 0, asPartner: 0 }));
  for (let unit = 0; unit < units.count; unit += 1) {
    const own = counts[units.policy[unit]!];
    if (own) own.units += 1;
    if (own && SEAT_ROLES[units.role[unit]!] === "partner") own.asPartner += 1;
  }
  return counts.filter(({ units: count }) => count > 0).sort((a, b) => b.units - a.units || (a.name < b.name ? -1 : 1));
}

/**
 * Policies that look like company only: they sit opposite to at least two others, and every other policy sits opposite to
 * one of them. Empty where the data do not show it.
 */
export function guessPartnerPolicies({ units }: RatingColumns): string[] {
  const opposites = new Map<number, Set<number>>();
  for (let unit = 0; unit < units.count; unit += 1) {
    const [own, opposite] = [units.policy[unit]!, units.partnerPolicy[unit]!];
    if (own < 0 || opposite < 0 || own === opposite) continue;
    opposites.set(opposite, (opposites.get(opposite) ?? new Set()).add(own));
  }
  const most = [...opposites].sort((a, b) => b[1].size - a[1].size)[0];
  if (!most || most[1].size < 2) return [];
  const others = [...opposites].filter(([policy]) => policy !== most[0]);
  const sitsOpposite = others.every(([, seats]) => seats.size === 1 && seats.has(most[0]));
  return sitsOpposite ? [units.policies[most[0]] as string] : [];
}

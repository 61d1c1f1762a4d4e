import { type RatingColumns, ratingCount } from "./columns.ts";
import type { AnalysisQuestion } from "./question.ts";
import { groupUnits, partnerOf } from "./scope.ts";

/** What the filters of a question can be narrowed to. Counts are of the question without any narrowing. */
export type FilterOptions = {
  /** All ratings that the question reads, by people and judges. */
  ratings: number;
  /** Labels of the compared policies in their order, with the rated agents (or items) of each. */
  policies: { label: string; units: number }[];
  /** Policies that keep the compared agents company, most agents first. */
  partners: { name: string; units: number }[];
  /** Scenarios, whoever plays them, most items first; at most {@link MOST_SCENARIOS}. */
  scenarios: { key: string; label: string; items: number }[];
  /** Studies and imports with ratings by people; `raters` is how many people each has. */
  people: { id: string; name: string; raters: number }[];
};

/** A longer list is of no use to anybody, and would make every page heavy. */
const MOST_SCENARIOS = 500;

/** What the data offer to the filters of a question. O(ratings). */
export function findFilterOptions(columns: RatingColumns, question: AnalysisQuestion): FilterOptions {
  const { units } = columns;
  const whole = { ...question, onlyPolicies: [], onlyPartners: [], onlyScenarios: [], onlyPeople: [] };
  const { of, policies } = groupUnits(units, whole);
  const isPartnerPolicy = units.policies.map((policy) => question.partnerPolicies.includes(policy));
  const sizes = new Int32Array(policies.length);
  const partners = new Int32Array(units.policies.length);
  const scenarios = units.items.environments.map(() => new Set<number>());
  for (let unit = 0; unit < units.count; unit += 1) {
    const [group, item] = [of[unit]!, units.item[unit]!];
    if (group < 0) continue;
    sizes[group]! += 1;
    const partner = partnerOf(units, unit, isPartnerPolicy);
    if (partner >= 0) partners[partner]! += 1;
    scenarios[units.items.environment[item]!]?.add(item);
  }
  return {
    ratings: ratingCount(columns),
    policies: policies.map(({ label }, place) => ({ label, units: sizes[place]! })),
    partners: mostFirst(units.policies.map((name, place) => ({ name, units: partners[place]! }))),
    scenarios: units.items.environments
      .map((one, place) => ({ ...one, items: scenarios[place]!.size }))
      .filter(({ items }) => items > 0)
      .sort((a, b) => b.items - a.items || (a.label < b.label ? -1 : 1))
      .slice(0, MOST_SCENARIOS),
    people: peopleOf(columns),
  };
}

function mostFirst(partners: FilterOptions["partners"]): FilterOptions["partners"] {
  return partners.filter(({ units }) => units > 0).sort((a, b) => b.units - a.units || (a.name < b.name ? -1 : 1));
}

function peopleOf({ sources, source, rater }: RatingColumns): FilterOptions["people"] {
  const raters = sources.map(() => new Set<number>());
  for (let rating = 0; rating < source.length; rating += 1) raters[source[rating]!]?.add(rater[rating]!);
  return sources.map((one, place) => ({ ...one, raters: raters[place]!.size }));
}

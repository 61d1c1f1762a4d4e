import type { EpisodeFilter } from "#lib/domain/episodes/filter.ts";
import type { FormFields } from "./design-form.ts";
import { parseIdList, type SamplingPlan } from "./sampling-plan.ts";

/** The conditions on episodes that the form of a study offers; more can come with the address from the episode list. */
const PLAN_FILTER_FIELDS = [
  "search",
  "policy",
  "partner",
  "scenario",
  "scenarioId",
  "tag",
  "sourceFile",
  "importId",
  "hard",
  "rated",
  "turnsFrom",
  "turnsTo",
  "conflict",
  "prompt",
  "demo",
] as const satisfies readonly (keyof EpisodeFilter)[];

/** Writes a plan as the fields of its form; {@link planFromFields} reads them back. */
export function planToFields(plan: SamplingPlan): FormFields {
  const fields: FormFields = { planKind: plan.kind };
  if (plan.includeForeign) fields.includeForeign = "on";
  if (plan.includeUndecided) fields.includeUndecided = "on";
  if (plan.kind === "ids") return { ...fields, ids: plan.ids.join("\n") };
  if (plan.kind === "strata") {
    const { origin, strata } = plan;
    return { ...fields, strata: JSON.stringify({ origin, strata }) };
  }
  Object.assign(fields, filterToFields(plan.filter));
  if (plan.kind === "filter") return fields;
  fields.sampleSize = plan.size.kind === "per-stratum" ? "per-stratum" : plan.size.allocation;
  fields.sampleCount = String(plan.size.count);
  return fields;
}

/** Writes a filter as form fields: `filter.policy` and so on. */
export function filterToFields(filter: EpisodeFilter): FormFields {
  const set = PLAN_FILTER_FIELDS.filter((name) => filter[name] !== undefined);
  return Object.fromEntries(set.map((name) => [`filter.${name}`, String(filter[name])]));
}

/** Reads a plan from its form, unchecked: what does not read is refused by the schema. */
export function planFromFields(fields: FormFields): Record<string, unknown> {
  const kind = fields.planKind ?? "filter";
  const included = { includeForeign: "includeForeign" in fields, includeUndecided: "includeUndecided" in fields };
  if (kind === "ids") return { kind, ids: parseIdList(fields.ids ?? ""), ...included };
  if (kind === "strata") return { kind, ...readStrata(fields.strata ?? ""), ...included };
  const given = PLAN_FILTER_FIELDS.map((name) => [name, (fields[`filter.${name}`] ?? "").trim()] as const);
  const filter = Object.fromEntries(given.filter(([, value]) => value !== ""));
  if (kind !== "sample") return { kind: "filter", filter, ...included };
  const count = /^\d+$/.test(fields.sampleCount ?? "") ? Number(fields.sampleCount) : Number.NaN;
  const size =
    fields.sampleSize === "proportional" || fields.sampleSize === "equal"
      ? { kind: "total", count, allocation: fields.sampleSize }
      : { kind: "per-stratum", count };
  return { kind, filter, size, ...included };
}

/** Strata as the form carries them along; nothing where the text is none. */
function readStrata(text: string): Record<string, unknown> {
  try {
    const { origin, strata } = JSON.parse(text);
    return { origin, strata };
  } catch {
    return {};
  }
}

/** The field of the form that an issue about a plan belongs to. */
export function planFieldOfIssue(path: string): string {
  const plain = path.replace(/^plan\./, "");
  if (plain.startsWith("filter.")) return plain;
  if (plain.startsWith("size")) return "sampleCount";
  return plain.startsWith("ids") ? "ids" : "planKind";
}

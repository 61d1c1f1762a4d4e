import type { Dimension } from "#lib/domain/dimensions/dimension.ts";
import { freeHues } from "#lib/domain/dimensions/hues.ts";
import { SOTOPIA_DIMENSIONS, sotopiaDimension } from "#lib/domain/dimensions/sotopia-dimensions.ts";
import { canonicalJson } from "#lib/domain/episodes/import/canonical-json.ts";
import { isGeneralIssue } from "#lib/domain/shared/issue-words.ts";
import type { StudyDesign } from "./design.ts";
import { type FormFields, toInteger } from "./form-fields.ts";
import { ownDimension, ownFieldOfIssue, ownFields, ownIndexes } from "./own-dimension-form.ts";

export type { FormFields } from "./form-fields.ts";

/** Writes a design as the fields of its form; {@link designFromFields} reads them back. */
export function designToFields(design: StudyDesign): FormFields {
  const fields: FormFields = {
    name: design.name,
    kind: design.kind,
    qualifyingStudyId: design.qualifyingStudyId ?? "",
    annotationsPerItem: String(design.annotationsPerItem),
    itemsPerAnnotator: String(design.itemsPerAnnotator),
    minutesPerItem: String(design.minutesPerItem),
    guidelinesVersion: design.guidelinesVersion,
    consentText: design.consentText,
    contact: design.contact,
    panelKind: design.panelKind,
    panelStudyId: design.panelStudyId,
    completionUrl: design.completionUrl,
    reward: design.rewardMinor === null ? "" : (design.rewardMinor / 100).toFixed(2),
    currency: design.currency,
    seed: String(design.seed),
  };
  if (design.hasPractice) fields.hasPractice = "on";
  if (design.isDesktopOnly) fields.isDesktopOnly = "on";
  let own = 0;
  for (const dimension of design.dimensions) {
    if (isStandard(dimension)) fields[`seven.${dimension.id}`] = "on";
    else Object.assign(fields, ownFields(dimension, own++));
  }
  return fields;
}

/** True for one of the seven as it is, without a change of range or words. */
function isStandard(dimension: Dimension): boolean {
  const standard = sotopiaDimension(dimension.id);
  return standard !== undefined && canonicalJson(standard) === canonicalJson(dimension);
}

/**
 * Reads a design from its form, unchecked: numbers that do not read become NaN, which the schema refuses at their field.
 * The seven that are ticked come first, in their order, then the researcher’s own with a name.
 */
export function designFromFields(fields: FormFields): Record<string, unknown> {
  const text = (name: string) => (fields[name] ?? "").trim();
  return {
    name: text("name"),
    kind: text("kind") || "official",
    qualifyingStudyId: text("kind") === "pilot" ? null : text("qualifyingStudyId") || null,
    annotationsPerItem: toInteger(text("annotationsPerItem")),
    itemsPerAnnotator: toInteger(text("itemsPerAnnotator")),
    minutesPerItem: toInteger(text("minutesPerItem")),
    guidelinesVersion: text("guidelinesVersion"),
    consentText: (fields.consentText ?? "").replace(/\r\n/g, "\n"),
    contact: text("contact"),
    hasPractice: "hasPractice" in fields,
    isDesktopOnly: "isDesktopOnly" in fields,
    panelKind: text("panelKind") || "none",
    panelStudyId: text("panelStudyId"),
    completionUrl: text("completionUrl"),
    rewardMinor: toMinor(text("reward")),
    currency: text("currency") || "USD",
    seed: text("seed") === "" ? 1 : toInteger(text("seed")),
    dimensions: dimensionsFromFields(fields),
  };
}

function dimensionsFromFields(fields: FormFields): unknown[] {
  const chosen = SOTOPIA_DIMENSIONS.filter((dimension) => `seven.${dimension.id}` in fields);
  const hues = freeHues(chosen.map(({ hue }) => hue));
  const own = ownIndexes(fields).map((index, place) => ownDimension(fields, index, hues[place]));
  return [...chosen, ...own];
}

/** An amount such as 6.50 in minor units, null when the field is empty. */
function toMinor(text: string): number | null {
  if (text === "") return null;
  return /^\d{1,6}([.,]\d{1,2})?$/.test(text) ? Math.round(Number(text.replace(",", ".")) * 100) : Number.NaN;
}

/**
 * The field of the form that an issue of the schema belongs to: `rewardMinor` is typed as `reward`, and a dimension
 * is one of the researcher’s own, by its place after the ticked ones.
 */
export function fieldOfIssue(path: string, fields: FormFields): string {
  const match = /(?:^|\.)dimensions\.(\d+)(?:\.([\w.]+))?$/.exec(path);
  if (match) {
    const chosen = SOTOPIA_DIMENSIONS.filter((dimension) => `seven.${dimension.id}` in fields).length;
    return ownFieldOfIssue(fields, Number(match[1]) - chosen, match[2] ?? "name") ?? "dimensions";
  }
  const plain = path.replace(/^design\./, "");
  return plain === "rewardMinor" ? "reward" : plain;
}

/** The sentence beside a field: what the schema says of a missing or unreadable value, in the words of the form. */
export function wordIssue(field: string, message: string): string {
  if (!isGeneralIssue(message)) return message;
  if (/\.(min|max|score|turnsFrom|turnsTo)$|^(sampleCount|seed)$/.test(field)) return "Give a whole number.";
  if (field.endsWith(".bands")) return "Write one band a line, such as “0 to 3: hardly”.";
  return "Fill this in.";
}

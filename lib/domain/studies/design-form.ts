import { formatBandText, parseBandText } from "#lib/domain/dimensions/band-text.ts";
import { DIMENSION_HUES, type Dimension } from "#lib/domain/dimensions/dimension.ts";
import { SOTOPIA_DIMENSIONS, sotopiaDimension } from "#lib/domain/dimensions/sotopia-dimensions.ts";
import { canonicalJson } from "#lib/domain/episodes/import/canonical-json.ts";
import type { StudyDesign } from "./design.ts";

/** The fields of a form as text: absent boxes are absent. */
export type FormFields = Record<string, string>;

/** How many own dimensions a form may hold. */
export const MAX_OWN_DIMENSIONS = 12;

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

function ownFields(dimension: Dimension, index: number): FormFields {
  const at = `own.${index}`;
  return {
    [`${at}.name`]: dimension.name,
    [`${at}.symbol`]: dimension.symbol,
    [`${at}.question`]: dimension.question,
    [`${at}.direction`]: dimension.direction,
    [`${at}.min`]: String(dimension.min),
    [`${at}.max`]: String(dimension.max),
    [`${at}.bands`]: formatBandText(dimension.bands),
  };
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
  const own = ownIndexes(fields).map((index, place) => ownDimension(fields, index, chosen.length + place));
  return [...chosen, ...own];
}

/** The indexes of the own dimensions that have a name, ascending: the issue of the n-th own one belongs to the n-th index. */
function ownIndexes(fields: FormFields): number[] {
  return Array.from({ length: MAX_OWN_DIMENSIONS }, (_, index) => index).filter(
    (index) => (fields[`own.${index}.name`] ?? "").trim() !== "",
  );
}

function ownDimension(fields: FormFields, index: number, place: number): Record<string, unknown> {
  const text = (name: string) => (fields[`own.${index}.${name}`] ?? "").trim();
  const name = text("name");
  return {
    id: toId(name),
    symbol:
      text("symbol") ||
      name
        .replace(/[^\p{L}\p{N}]/gu, "")
        .slice(0, 4)
        .toUpperCase(),
    name,
    question: text("question"),
    direction: text("direction"),
    min: toInteger(text("min")),
    max: toInteger(text("max")),
    bands: parseBandText(text("bands")),
    hue: DIMENSION_HUES[place % DIMENSION_HUES.length],
  };
}

/** A name as an id: lower-case letters, digits and underscores, a letter first. */
function toId(name: string): string {
  const plain = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  return (/^[a-z]/.test(plain) ? plain : `d_${plain}`).slice(0, 48);
}

function toInteger(text: string): number {
  return /^[-−]?\d+$/.test(text) ? Number(text.replace("−", "-")) : Number.NaN;
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
  const match = /(?:^|\.)dimensions\.(\d+)(?:\.([a-z]+))?/.exec(path);
  if (match) {
    const chosen = SOTOPIA_DIMENSIONS.filter((dimension) => `seven.${dimension.id}` in fields).length;
    const index = ownIndexes(fields)[Number(match[1]) - chosen];
    return index === undefined ? "dimensions" : `own.${index}.${match[2] === "id" ? "name" : (match[2] ?? "name")}`;
  }
  const plain = path.replace(/^design\./, "");
  return plain === "rewardMinor" ? "reward" : plain;
}

/** The sentence beside a field: what the schema says of a missing or unreadable value, in the words of the form. */
export function wordIssue(field: string, message: string): string {
  if (!/^(Invalid input|Too small|Invalid option)/.test(message)) return message;
  if (/\.(min|max)$/.test(field)) return "Give a whole number.";
  if (field.endsWith(".bands")) return "Write one band a line, such as “0 to 3: hardly”.";
  return "Fill this in.";
}

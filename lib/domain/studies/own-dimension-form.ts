import { formatBandText, parseBandText } from "#lib/domain/dimensions/band-text.ts";
import type { Dimension } from "#lib/domain/dimensions/dimension.ts";
import type { DimensionHue } from "#lib/domain/dimensions/hues.ts";
import { MAX_EXAMPLES } from "#lib/domain/dimensions/teaching.ts";
import { type FormFields, toInteger } from "./form-fields.ts";

/** How many own dimensions a form may hold. */
export const MAX_OWN_DIMENSIONS = 12;

/** The kinds of example reasons, and the fields of each one. */
export const EXAMPLE_KINDS = ["good", "poor"] as const;
const EXAMPLE_FIELDS = ["situation", "score", "rationale", "why"] as const;

/** The places that a form has for examples of one kind. */
export const EXAMPLE_PLACES: readonly number[] = Array.from({ length: MAX_EXAMPLES }, (_, index) => index);

/** Writes an own dimension as the fields of a form, `own.0.name` and so on; {@link ownDimension} reads them back. */
export function ownFields(dimension: Dimension, index: number): FormFields {
  const at = `own.${index}`;
  const fields: FormFields = {
    [`${at}.name`]: dimension.name,
    [`${at}.symbol`]: dimension.symbol,
    [`${at}.question`]: dimension.question,
    [`${at}.description`]: dimension.description ?? "",
    [`${at}.direction`]: dimension.direction,
    [`${at}.min`]: String(dimension.min),
    [`${at}.max`]: String(dimension.max),
    [`${at}.bands`]: formatBandText(dimension.bands),
  };
  for (const kind of EXAMPLE_KINDS)
    for (const [place, example] of (dimension.examples?.[kind] ?? []).entries())
      for (const field of EXAMPLE_FIELDS) fields[`${at}.${kind}.${place}.${field}`] = String(example[field]);
  return fields;
}

/** The indexes of the own dimensions that have a name, ascending: the issue of the n-th own one belongs to the n-th index. */
export function ownIndexes(fields: FormFields): number[] {
  return Array.from({ length: MAX_OWN_DIMENSIONS }, (_, index) => index).filter(
    (index) => (fields[`own.${index}.name`] ?? "").trim() !== "",
  );
}

/** The places of one kind of example in which something is written, ascending. */
function examplePlaces(fields: FormFields, index: number, kind: string): number[] {
  return EXAMPLE_PLACES.filter((place) =>
    EXAMPLE_FIELDS.some((field) => (fields[`own.${index}.${kind}.${place}.${field}`] ?? "").trim() !== ""),
  );
}

/** Reads one own dimension, unchecked. */
export function ownDimension(
  fields: FormFields,
  index: number,
  hue: DimensionHue | undefined,
): Record<string, unknown> {
  const text = (name: string) => (fields[`own.${index}.${name}`] ?? "").replace(/\r\n/g, "\n").trim();
  const name = text("name");
  const examples = examplesFromFields(fields, index);
  return {
    id: toId(name, index),
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
    hue,
    ...(text("description") === "" ? {} : { description: text("description") }),
    ...(examples.good.length + examples.poor.length === 0 ? {} : { examples }),
  };
}

function examplesFromFields(fields: FormFields, index: number) {
  const ofKind = (kind: string) =>
    examplePlaces(fields, index, kind).map((place) => {
      const text = (field: string) => (fields[`own.${index}.${kind}.${place}.${field}`] ?? "").trim();
      return {
        situation: text("situation"),
        score: toInteger(text("score")),
        rationale: text("rationale"),
        why: text("why"),
      };
    });
  return { good: ofKind("good"), poor: ofKind("poor") };
}

/**
 * A name as an id: lower-case letters, digits and underscores, a letter first. A name in a script that has none of them
 * gets one by its place.
 */
function toId(name: string, index: number): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  if (plain === "") return `own_${index + 1}`;
  return (/^[a-z]/.test(plain) ? plain : `d_${plain}`).slice(0, 48);
}

/**
 * The field of the form that an issue inside the `nth` own dimension belongs to: `examples.good.0.score` is the score of
 * the first example that was filled in. Undefined where the form has no such dimension.
 */
export function ownFieldOfIssue(fields: FormFields, nth: number, inside: string): string | undefined {
  const index = ownIndexes(fields)[nth];
  if (index === undefined) return undefined;
  const [first = "name", kind = "", example = "0", field = "situation"] = inside.split(".");
  if (first !== "examples") return `own.${index}.${first === "id" || first === "" ? "name" : first}`;
  return `own.${index}.${kind}.${examplePlaces(fields, index, kind)[Number(example)] ?? 0}.${field}`;
}

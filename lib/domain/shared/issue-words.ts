import type { z } from "zod";

type RawIssue = z.core.$ZodRawIssue;

const TYPES: Record<string, string> = {
  string: "A text",
  number: "A number",
  int: "A whole number",
  boolean: "True or false",
  array: "A list",
  tuple: "A list",
  object: "An object",
  record: "An object",
  date: "A date",
};
const FORMATS: Record<string, string> = {
  uuid: "An id",
  guid: "An id",
  email: "An e-mail address",
  url: "A full address",
  date: "A date",
  datetime: "A date with its time",
};
/** What a size counts, by what has it; a number counts nothing but itself. */
const UNITS: Record<string, [one: string, many: string]> = {
  string: ["character", "characters"],
  array: ["entry", "entries"],
  set: ["entry", "entries"],
};

const MANY = / \d+ (characters|entries)$/;

function sizeWords(size: number | bigint, origin: string): string {
  const unit = UNITS[origin]?.[Number(size) === 1 ? 0 : 1];
  return unit ? `${size} ${unit}` : String(size);
}

function boundWords(word: "more" | "less", inclusive: boolean | undefined, size: string): string {
  if (inclusive === false) return `${word === "more" ? "More" : "Less"} than ${size}`;
  return `At ${word === "more" ? "least" : "most"} ${size}`;
}

/** What the schema expects where the value does not fit. */
function expectation(issue: RawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return TYPES[issue.expected] ?? "Another value";
    case "too_small":
      return boundWords("more", issue.inclusive, sizeWords(issue.minimum, issue.origin));
    case "too_big":
      return boundWords("less", issue.inclusive, sizeWords(issue.maximum, issue.origin));
    case "invalid_value":
      return issue.values.length === 1 ? String(issue.values[0]) : `One of ${issue.values.map(String).join(", ")}`;
    case "invalid_format":
      return FORMATS[issue.format] ?? "Another form";
    case "not_multiple_of":
      return `A multiple of ${issue.divisor}`;
    default:
      return "Another value";
  }
}

/**
 * The sentence for an issue of a schema that has none of its own: “A whole number is expected.” For the `error` of a
 * parse; sentences that a schema gives win over it.
 */
export function issueWords(issue: RawIssue): string {
  if (issue.code === "unrecognized_keys") return `Not known here: ${issue.keys.join(", ")}.`;
  const words = expectation(issue);
  return `${words} ${MANY.test(words) ? "are" : "is"} expected.`;
}

/** Whether a sentence is one of {@link issueWords} rather than a schema's own. */
export function isGeneralIssue(message: string): boolean {
  return / (is|are) expected\.$/.test(message);
}

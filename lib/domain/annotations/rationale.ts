import { ratingKey } from "./rating-key.ts";

/** A rationale with the rating that it belongs to. */
export type RationaleOf = { agent: 1 | 2; dimension: string; rationale: string };

/** What is wrong with one rationale; `sameAs` names the earlier rating with the same words. */
export type RationaleProblem = {
  agent: 1 | 2;
  dimension: string;
  problem: "empty" | "filler" | "repeated";
  sameAs?: { agent: 1 | 2; dimension: string };
};

/** A text as it is compared: letters and digits of any script in lower case, everything else one space. */
export function normalizedRationale(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/**
 * Which rationales of one annotation stand in the way of submitting it: empty ones, filler (one word or one letter over
 * and over), and the second and later use of the same words. Short ones pass: a floor on length breeds padding.
 */
export function rationaleProblems(rationales: readonly RationaleOf[]): RationaleProblem[] {
  const seen = new Map<string, { agent: 1 | 2; dimension: string }>();
  return rationales.flatMap(({ agent, dimension, rationale }): RationaleProblem[] => {
    const text = normalizedRationale(rationale);
    if (text === "") return [{ agent, dimension, problem: "empty" }];
    if (isFiller(text)) return [{ agent, dimension, problem: "filler" }];
    const sameAs = seen.get(text);
    if (sameAs && ratingKey(sameAs) !== ratingKey({ agent, dimension })) {
      return [{ agent, dimension, problem: "repeated", sameAs }];
    }
    seen.set(text, { agent, dimension });
    return [];
  });
}

function isFiller(text: string): boolean {
  const words = text.split(" ");
  const isOneWordOverAndOver = words.length >= 3 && new Set(words).size === 1;
  const letters = [...text.replaceAll(" ", "")];
  return isOneWordOverAndOver || (letters.length >= 3 && new Set(letters).size === 1);
}

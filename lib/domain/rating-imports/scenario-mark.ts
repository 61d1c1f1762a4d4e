/** A text without tags, letter case, quotation marks and spacing, so that two renderings of one scenario are equal. */
function essence(text: string): string {
  return text
    .replace(/<[^>]*>/g, " ")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/**
 * Whether the scenario that raters were shown is the episode's own. Parts may be missing (viewers see less than the
 * profile holds), but numbers and words that stand in one must stand in the other in the same order. `""` when either
 * is unknown.
 */
export function scenarioMark(shown: string, own: string): "" | "matches" | "foreign" {
  const [first, second] = [essence(shown), essence(own)];
  if (first === "" || second === "") return "";
  return first.includes(second) || second.includes(first) ? "matches" : "foreign";
}

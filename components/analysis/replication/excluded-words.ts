import { plural } from "#components/ui/format.ts";

/** Who counts in the replication although analyses leave them out; empty where nobody is excluded. */
export function excludedWords(raters: number): string {
  if (raters === 0) return "";
  const [are, count] = raters === 1 ? ["is", "counts"] : ["are", "count"];
  return `${plural(raters, "rater")} of these files ${are} excluded from analyses and ${count} here, as everybody did in the published figures.`;
}

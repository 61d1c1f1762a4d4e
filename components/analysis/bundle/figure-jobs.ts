import type { Findings, ViewName } from "#lib/domain/analysis/findings/views.ts";
import { VIEW_NAMES } from "#lib/domain/analysis/findings/views.ts";
import { VIEW_WORDS } from "../frame/view-words.ts";

/** Views that draw something. The list of disagreements is words and stands in its table. */
export const DRAWN_VIEWS: readonly ViewName[] = VIEW_NAMES.filter((view) => view !== "disagreements");

/** One step of drawing: a view on one dimension, or with `part` null all of it at once; `words` name it to a person. */
export type FigureJob = { finding: Findings[ViewName]; part: string | null; words: string };

/** What is to be drawn of these findings, in their order. Views without anything to draw are left out. */
export function figureJobs(findings: readonly Findings[ViewName][]): FigureJob[] {
  return findings.flatMap((finding): FigureJob[] => {
    const view = VIEW_WORDS[finding.view].tab;
    if (finding.empty || finding.view === "disagreements") return [];
    if (finding.view === "overview" || finding.view === "agreement") return [{ finding, part: null, words: view }];
    return finding.byDimension.map(({ dimension }) => ({
      finding,
      part: dimension.key,
      words: `${view}, ${dimension.name}`,
    }));
  });
}

/** Gives out names that nobody has yet: a name that is taken gets a number. Upper and lower case count as the same. */
export function namesOnce(): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    let own = name;
    for (let number = 2; taken.has(own.toLowerCase()); number += 1) own = `${name}-${number}`;
    taken.add(own.toLowerCase());
    return own;
  };
}

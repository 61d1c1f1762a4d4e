import { formatInteger, plural } from "#components/ui/format.ts";
import { sourceLabels } from "#lib/domain/analysis/source-labels.ts";
import type { SharedItems } from "./first-sources.ts";
import type { SourceOptions } from "./question-options.ts";

type FileOption = SourceOptions["imports"][number];

/** So many sources are named beside a judge; the others are counted. */
const NAMED_SOURCES = 3;

/** What stands below a study: how much it holds. */
export function studyWords({ annotations }: SourceOptions["studies"][number]): string {
  return plural(annotations, "annotation");
}

/** What stands below a file: how much it holds, and what it shares. */
export function fileWords({ ratings, humans, judges, overlaps }: FileOption, sources: SourceOptions): string {
  const labels = sourceLabels(sources);
  const people = `${formatInteger(ratings)} ratings by ${plural(humans, "person", "people")}`;
  const all = judges.length > 0 ? `${people} and ${plural(judges.length, "judge")}` : people;
  const others = overlaps.flatMap(({ importId, shared }) => {
    const other = sources.imports.find(({ id }) => id === importId);
    return other && other.humans > 0 ? [`${formatInteger(shared)} of them also in ${labels.get(importId)}`] : [];
  });
  return [all, ...others].join(", ");
}

/** How many items of whose people a judge rates: “rates 20 items of Pilot, 4 items of gpt4.csv”. */
export function sharedWords(judge: string, sources: SourceOptions, shared: readonly SharedItems[]): string {
  const names = sourceLabels(sources);
  const met = shared.filter(({ key, sourceId }) => key === judge && names.has(sourceId));
  if (met.length === 0) return "rates none of the items that people rated";
  const parts = met
    .toSorted((a, b) => b.items - a.items)
    .map(({ sourceId, items }) => `${plural(items, "item")} of ${names.get(sourceId)}`);
  const more = parts.length - NAMED_SOURCES;
  return `rates ${parts.slice(0, NAMED_SOURCES).join(", ")}${more > 0 ? ` and items of ${more} more` : ""}`;
}

import { formatInteger, plural } from "#components/ui/format.ts";
import type { SharedItems } from "./first-sources.ts";
import type { SourceOptions } from "./question-options.ts";

type FileOption = SourceOptions["imports"][number];
type StudyOption = SourceOptions["studies"][number];

/** So many sources are named beside a judge; the others are counted. */
const NAMED_SOURCES = 3;

/** What tells two files of one name apart: “gpt4.csv of 2026-03-04 09:15:30 UTC”; the name alone where it is the only one. */
export function fileLabel(file: FileOption, imports: SourceOptions["imports"]): string {
  const isOnly = imports.every(({ id, fileName }) => id === file.id || fileName !== file.fileName);
  return isOnly ? file.fileName : `${file.fileName} of ${momentWords(file.createdAt)}`;
}

/** What tells two studies of one name apart: “Pilot of 2026-03-04 09:15:30 UTC”; the name alone where it is the only one. */
export function studyLabel({ id, name, createdAt }: StudyOption, studies: SourceOptions["studies"]): string {
  const isOnly = studies.every((other) => other.id === id || other.name !== name);
  return isOnly ? name : `${name} of ${momentWords(createdAt)}`;
}

/** What stands below a study: how much it holds, and when it was made where another one has its name. */
export function studyWords(study: StudyOption, studies: SourceOptions["studies"]): string {
  const held = plural(study.annotations, "annotation");
  return studyLabel(study, studies) === study.name ? held : `${held}, made ${momentWords(study.createdAt)}`;
}

/** What stands below a file: how much it holds, when it came where another one has its name, and what it shares. */
export function fileWords(file: FileOption, imports: SourceOptions["imports"]): string {
  const { ratings, humans, judges, fileName } = file;
  const people = `${formatInteger(ratings)} ratings by ${plural(humans, "person", "people")}`;
  const all = judges.length > 0 ? `${people} and ${plural(judges.length, "judge")}` : people;
  const isOnly = fileLabel(file, imports) === fileName;
  const others = file.overlaps.flatMap(({ importId, shared }) => {
    const other = imports.find(({ id }) => id === importId);
    return other && other.humans > 0 ? [`${formatInteger(shared)} of them also in ${fileLabel(other, imports)}`] : [];
  });
  return [all, ...(isOnly ? [] : [`imported ${momentWords(file.createdAt)}`]), ...others].join(", ");
}

/** How many items of whose people a judge rates: “rates 20 items of Pilot, 4 items of gpt4.csv”. */
export function sharedWords(judge: string, sources: SourceOptions, shared: readonly SharedItems[]): string {
  const names = new Map([
    ...sources.studies.map((study) => [study.id, studyLabel(study, sources.studies)] as const),
    ...sources.imports.map((file) => [file.id, fileLabel(file, sources.imports)] as const),
  ]);
  const met = shared.filter(({ key, sourceId }) => key === judge && names.has(sourceId));
  if (met.length === 0) return "rates none of the items that people rated";
  const parts = met
    .toSorted((a, b) => b.items - a.items)
    .map(({ sourceId, items }) => `${plural(items, "item")} of ${names.get(sourceId)}`);
  const more = parts.length - NAMED_SOURCES;
  return `rates ${parts.slice(0, NAMED_SOURCES).join(", ")}${more > 0 ? ` and items of ${more} more` : ""}`;
}

function momentWords(iso: string): string {
  return `${iso.slice(0, 19).replace("T", " ")} UTC`;
}

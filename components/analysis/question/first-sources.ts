import { judgeOptions } from "#lib/domain/analysis/source-labels.ts";
import { superfluousImport } from "#lib/domain/rating-imports/import-overlap.ts";
import type { ChosenSources, SourceOptions } from "./question-options.ts";

/** Of how many items that the people of one study or file rated one judge has ratings too. */
export type SharedItems = { key: string; sourceId: string; items: number };

type FileOption = SourceOptions["imports"][number];

/**
 * What a new question starts with: the judge that rates most items of one’s own people, and the people who rated such
 * items; no demo beside one’s own, no rating twice. Where no judge shares an item, none is preset, and of the people only
 * the first study or else the newest file: nothing says that others rated the same.
 */
export function firstSources(sources: SourceOptions, shared: readonly SharedItems[]): ChosenSources {
  const own = ownSources(sources);
  const studyIds = own.studies.map(({ id }) => id);
  const importIds = withoutRepeats(own.imports.filter(({ humans }) => humans > 0)).map(({ id }) => id);
  const offered = new Set([...studyIds, ...importIds]);
  const itemsOf = (judge: string) =>
    shared.reduce((sum, { key, sourceId, items }) => (key === judge && offered.has(sourceId) ? sum + items : sum), 0);
  const judge = judgeOptions(own).toSorted((a, b) => itemsOf(b.key) - itemsOf(a.key))[0];
  if (!judge || itemsOf(judge.key) === 0) return { ...firstOf(studyIds, importIds), judgeImportIds: [], judges: [] };
  const meets = (id: string) => shared.some(({ key, sourceId }) => key === judge.key && sourceId === id);
  return {
    studyIds: studyIds.filter(meets),
    importIds: importIds.filter(meets),
    judgeImportIds: [],
    judges: [judge.key],
  };
}

function firstOf(studyIds: readonly string[], importIds: readonly string[]) {
  return { studyIds: studyIds.slice(0, 1), importIds: studyIds.length > 0 ? [] : importIds.slice(0, 1) };
}

/** One’s own sources, or the demo where there is nothing else. */
function ownSources(sources: SourceOptions): SourceOptions {
  const hasOwn = [...sources.studies, ...sources.imports, ...sources.judges].some((source) => !source.isDemo);
  const keep = (source: { isDemo: boolean }) => !hasOwn || !source.isDemo;
  return {
    studies: sources.studies.filter(keep),
    imports: sources.imports.filter(keep),
    judges: sources.judges.filter(keep),
  };
}

/** Files that hold no rating of each other: not those within another one, then the newest in front. */
function withoutRepeats(files: readonly FileOption[]): FileOption[] {
  const ratingsOf = new Map(files.map(({ id, ratings }) => [id, ratings]));
  const kept: FileOption[] = [];
  for (const file of files) {
    const isWithin = file.overlaps.some((overlap) => {
      const ratingCount = ratingsOf.get(overlap.importId);
      if (ratingCount === undefined) return false;
      const { which, because } = superfluousImport({ ...overlap, ratingCount }, file.ratings);
      return which === "this" && because === "adds-nothing";
    });
    if (!isWithin && !file.overlaps.some(({ importId }) => kept.some(({ id }) => id === importId))) kept.push(file);
  }
  return kept;
}

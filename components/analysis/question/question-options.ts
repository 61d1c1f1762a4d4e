import { judgeFilesOf } from "#lib/domain/analysis/judge-files.ts";

/** The sources that an analysis may read, with how much each holds. */
export type SourceOptions = {
  studies: readonly { id: string; name: string; isDemo: boolean; annotations: number }[];
  imports: readonly {
    id: string;
    fileName: string;
    isDemo: boolean;
    ratings: number;
    humans: number;
    judges: readonly { key: string; name: string }[];
  }[];
  judges: readonly { key: string; name: string; isDemo: boolean; judgments: number }[];
};

/** Which sources are chosen: ids of studies and imports, keys of judges. */
export type ChosenSources = {
  studyIds: readonly string[];
  importIds: readonly string[];
  /** Files that are read for their judge alone. */
  judgeImportIds: readonly string[];
  judges: readonly string[];
};

/** What the chosen sources hold, to choose from. */
export type QuestionOptions = {
  policies: readonly { name: string; units: number }[];
  dimensions: readonly { key: string; name: string; min: number; max: number }[];
  raters: readonly { key: string; name: string; source: string }[];
};

/** A judge to choose, with where its ratings come from. */
export type JudgeOption = { key: string; name: string; from: string };

/** Judges of episodes and of imports together, each key once. */
export function judgeOptions(sources: SourceOptions): JudgeOption[] {
  const all = [
    ...sources.judges.map(({ key, name, judgments }) => ({ key, name, from: `${judgments} judgments of episodes` })),
    ...sources.imports.flatMap(({ fileName, judges }) =>
      judges.map(({ key, name }) => ({ key, name, from: `in ${fileName}` })),
    ),
  ];
  const byKey = Map.groupBy(all, (judge) => judge.key);
  return [...byKey.values()].map((same) => ({
    key: same[0]?.key ?? "",
    name: same[0]?.name ?? "",
    from: same.map((judge) => judge.from).join(", "),
  }));
}

/** The choice with the files that hold its judge: they bring the judge’s ratings, and no people that nobody chose. */
export function withJudgesFiles(
  sources: SourceOptions,
  chosen: Pick<ChosenSources, "studyIds" | "importIds" | "judges">,
): ChosenSources {
  const hasJudgments = sources.judges.some(({ key }) => chosen.judges.includes(key));
  const { studyIds, importIds, judges } = chosen;
  const judgeImportIds = judgeFilesOf(sources.imports, { judges, importIds, hasJudgments });
  return { studyIds, importIds, judgeImportIds, judges };
}

/** What a new question starts with: every source of one's own, or the demo where there is nothing else; one judge. */
export function firstSources(sources: SourceOptions): ChosenSources {
  const own = <Source extends { isDemo: boolean }>(all: readonly Source[]) => {
    const real = all.filter((source) => !source.isDemo);
    return real.length > 0 ? real : all;
  };
  const hasOwn = [...sources.studies, ...sources.imports].some((source) => !source.isDemo);
  const keep = (source: { isDemo: boolean }) => !hasOwn || !source.isDemo;
  const judge = own(sources.judges)[0]?.key ?? judgeOptions(sources)[0]?.key;
  return {
    studyIds: sources.studies.filter(keep).map(({ id }) => id),
    importIds: sources.imports.filter((source) => keep(source) && source.humans > 0).map(({ id }) => id),
    judgeImportIds: [],
    judges: judge ? [judge] : [],
  };
}

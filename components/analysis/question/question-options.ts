import { judgeFilesOf } from "#lib/domain/analysis/judge-files.ts";
import type { AnalysisQuestion } from "#lib/domain/analysis/question.ts";

/** The sources that an analysis may read, with how much each holds. */
export type SourceOptions = {
  studies: readonly {
    id: string;
    name: string;
    isDemo: boolean;
    annotations: number;
    /** ISO 8601, in UTC. */
    createdAt: string;
  }[];
  imports: readonly {
    id: string;
    fileName: string;
    isDemo: boolean;
    ratings: number;
    humans: number;
    judges: readonly { key: string; name: string }[];
    /** ISO 8601, in UTC. */
    createdAt: string;
    /** Files that hold some of the same ratings; `isLater` where the other one came in after this one. */
    overlaps: readonly { importId: string; isLater: boolean; shared: number; differing: number }[];
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
  narrowing: readonly Narrowing[];
};

/** One group of saved filters in the form: the start of its fields’ names, and what it is narrowed to. */
export type Narrowing = {
  group: "onlyPartner" | "onlyScenario" | "onlyPeople";
  legend: string;
  entries: readonly { key: string; name: string }[];
};

/** The saved filters of a question with their names; what the ratings no longer hold stands under its key. */
export function narrowingOf(
  { onlyPartners, onlyScenarios, onlyPeople }: AnalysisQuestion,
  held: { environments: readonly { key: string; label: string }[]; sources: readonly { id: string; name: string }[] },
): Narrowing[] {
  const scenarios = new Map(held.environments.map(({ key, label }) => [key, label]));
  const people = new Map(held.sources.map(({ id, name }) => [id, name]));
  const toEntries = (keys: readonly string[], names?: Map<string, string>) =>
    keys.map((key) => ({ key, name: names?.get(key) ?? key }));
  const groups: Narrowing[] = [
    { group: "onlyPartner", legend: "Partner policy", entries: toEntries(onlyPartners) },
    { group: "onlyScenario", legend: "Scenarios", entries: toEntries(onlyScenarios, scenarios) },
    { group: "onlyPeople", legend: "People of", entries: toEntries(onlyPeople, people) },
  ];
  return groups.filter(({ entries }) => entries.length > 0);
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

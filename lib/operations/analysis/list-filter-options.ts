import { setTimeout as sleep } from "node:timers/promises";
import type { FilterOptions } from "#lib/domain/analysis/filter-options.ts";
import type { AnalysisQuestion } from "#lib/domain/analysis/question.ts";
import { judgeOptions, sourceLabels } from "#lib/domain/analysis/source-labels.ts";
import { countSharedItems, listAnalysisSources } from "#lib/store/analysis-sources.ts";
import { defineOperation } from "../define-operation.ts";
import { analysisChoiceSchema, requireAnalysis, withChanges } from "./analysis-input.ts";
import { BoundedCache } from "./engine/bounded-cache.ts";
import { computeView } from "./engine/compute-view.ts";
import { readAhead } from "./engine/read-ahead.ts";
import { noteOtherJudges } from "./engine/work-ahead.ts";

/** A judge to choose, with the number of items that it shares with the people of the question. */
export type FilterJudge = { key: string; name: string; items: number };

/** All judges, those that share most items with these people first; and what each study and file is called. */
type Offers = { judges: FilterJudge[]; labels: ReadonlyMap<string, string> };

/** Pages that wait for intervals ask every second; a judge that comes meanwhile may take so long to be offered. */
const JUDGES_AGE_MS = 15_000;
/** The page that asked comes first; then so many other judges are read ahead. */
const READ_AHEAD_AFTER_MS = 300;
const MOST_READ_AHEAD = 3;
const offersCache = new BoundedCache<Offers>(50, JUDGES_AGE_MS);

/** What the filters of an analysis can be turned to: policies, partners, scenarios, groups of people, and judges. */
export const listFilterOptions = defineOperation({
  name: "analysis/list-filter-options",
  permission: "analyses.read",
  input: analysisChoiceSchema.omit({ changes: true }),
  deps: { now: () => new Date() },
  run: async (_actor, choice, { now }): Promise<FilterOptions & { judges: FilterJudge[] }> => {
    const { question } = await requireAnalysis(choice);
    const { finding } = await computeView(question, "filters");
    const { judges, labels } = await offersFor(question, now().getTime());
    void readOtherJudges(question, judges).catch(() => {});
    const people = finding.people.map((source) => ({ ...source, name: labels.get(source.id) ?? source.name }));
    return { ...finding, people, judges };
  },
});

async function offersFor({ studyIds, importIds }: AnalysisQuestion, now: number): Promise<Offers> {
  const key = JSON.stringify([studyIds, importIds]);
  const known = offersCache.get(key, now);
  if (known) return known;
  const sources = await listAnalysisSources();
  const shared = new Map((await countSharedItems(studyIds, importIds)).map((judge) => [judge.key, judge.items]));
  const judges = judgeOptions(sources)
    .map((judge) => ({ key: judge.key, name: judge.name, items: shared.get(judge.key) ?? 0 }))
    .sort((a, b) => b.items - a.items);
  const found = { judges, labels: sourceLabels(sources) };
  offersCache.set(key, found, { now });
  return found;
}

/** Reads ahead what choosing another judge would read; the other filters need no ratings but those of the page. */
async function readOtherJudges(question: AnalysisQuestion, judges: readonly FilterJudge[]): Promise<void> {
  const others = judges.filter(({ key, items }) => items > 0 && !question.judges.includes(key));
  const questions = await Promise.all(
    others.slice(0, MOST_READ_AHEAD).map(({ key }) => withChanges(question, { judges: [key] })),
  );
  noteOtherJudges(question, questions);
  await sleep(READ_AHEAD_AFTER_MS, undefined, { ref: false });
  await readAhead(questions);
}

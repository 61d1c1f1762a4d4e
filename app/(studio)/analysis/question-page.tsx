import { firstSources } from "#components/analysis/question/first-sources.ts";
import { QuestionForm } from "#components/analysis/question/question-form.tsx";
import {
  type ChosenSources,
  narrowingOf,
  type QuestionOptions,
  type SourceOptions,
  withJudgesFiles,
} from "#components/analysis/question/question-options.ts";
import { SourcePicker } from "#components/analysis/question/source-picker.tsx";
import type { SendForm } from "#components/forms/form-values.ts";
import type { Actor } from "#lib/domain/access/actor.ts";
import { type AnalysisQuestion, analysisQuestionSchema } from "#lib/domain/analysis/question.ts";
import { questionToFields } from "#lib/domain/analysis/question-form.ts";
import { isNamed } from "#lib/domain/analysis/selection.ts";
import { sourceLabels } from "#lib/domain/analysis/source-labels.ts";
import { describeSources } from "#lib/operations/analysis/describe-sources.ts";
import { listSharedItems } from "#lib/operations/analysis/list-shared-items.ts";
import { listSources } from "#lib/operations/analysis/list-sources.ts";

/** Parameters of an address, as pages get them. */
export type Search = Record<string, string | string[] | undefined>;

type Props = {
  actor: Actor;
  search: Search;
  /** The page itself, to which the choice of sources leads back. */
  path: string;
  send: SendForm;
  submitLabel: string;
  /** What is changed; absent for a new question. */
  saved?: { id: string; version: number; name: string; question: AnalysisQuestion };
};

/** Both steps of a question: the choice of sources, then everything that depends on what they hold. */
export async function QuestionPage({ actor, search, path, send, submitLabel, saved }: Props) {
  const sources = await listSources(actor, {});
  const wanted = chosenIn(search) ?? saved?.question ?? null;
  const chosen = wanted && withJudgesFiles(sources, wanted);
  if (!chosen || search.choose !== undefined) {
    const idsOf = (held: readonly { id: string }[]) => held.map(({ id }) => id);
    const people = { studyIds: idsOf(sources.studies), importIds: idsOf(sources.imports) };
    const shared = await listSharedItems(actor, people);
    return (
      <SourcePicker sources={sources} chosen={chosen ?? firstSources(sources, shared)} shared={shared} action={path} />
    );
  }
  const held = await describeSources(actor, {
    studyIds: [...chosen.studyIds],
    importIds: [...chosen.importIds],
    judgeImportIds: [...chosen.judgeImportIds],
    judges: [...chosen.judges],
  });
  const asked = saved?.question ?? analysisQuestionSchema.parse({ partnerPolicies: held.partnerPolicies });
  const people = held.raters.filter(({ kind }) => kind === "human");
  const leftOutRaters = people.filter((rater) => isNamed(rater, asked.leftOutRaters)).map(({ key }) => key);
  const question = { ...asked, leftOutRaters };
  const labels = sourceLabels(sources);
  const labelOf = (id: string, name: string) => labels.get(id) ?? name;
  const known = held.policies.map(({ name }) => name);
  const options: QuestionOptions = {
    policies: held.policies,
    dimensions: held.dimensions,
    raters: people.map((rater) => ({
      ...rater,
      source: rater.isInSeveral ? rater.source : labelOf(rater.sourceId, rater.source),
    })),
    narrowing: narrowingOf(question, {
      ...held,
      sources: held.sources.map(({ id, name }) => ({ id, name: labelOf(id, name) })),
    }),
  };
  return (
    <QuestionForm
      key={addressOf(chosen)}
      send={send}
      initial={{ name: saved?.name ?? suggestedName(sources, chosen), ...questionToFields(question, known) }}
      options={options}
      sources={sources}
      chosen={chosen}
      ratings={held.ratings}
      changeHref={`${path}?choose&${addressOf(chosen)}`}
      submitLabel={submitLabel}
      {...(saved ? { analysis: { id: saved.id, version: saved.version } } : {})}
    />
  );
}

/** The sources that an address names; null where it names none. */
function chosenIn(search: Search): Pick<ChosenSources, "studyIds" | "importIds" | "judges"> | null {
  const all = (name: string) => [search[name]].flat().filter((value) => value !== undefined);
  const chosen = { studyIds: all("study"), importIds: all("import"), judges: all("judge") };
  return Object.values(chosen).every((keys) => keys.length === 0) ? null : chosen;
}

function addressOf({ studyIds, importIds, judges }: ChosenSources): string {
  const parameters = new URLSearchParams();
  for (const id of studyIds) parameters.append("study", id);
  for (const id of importIds) parameters.append("import", id);
  for (const key of judges) parameters.append("judge", key);
  return parameters.toString();
}

/** A name to start from: the judge against the one study or file that it is compared with. */
function suggestedName(sources: SourceOptions, chosen: ChosenSources): string {
  const names = [
    ...sources.studies.filter(({ id }) => chosen.studyIds.includes(id)).map(({ name }) => name),
    ...sources.imports.filter(({ id }) => chosen.importIds.includes(id)).map(({ fileName }) => fileName),
  ];
  return names.length === 1 ? `Does the judge overrate? ${names[0]}`.slice(0, 120) : "Does the judge overrate?";
}

import { FormSection } from "#components/forms/form-rows.tsx";
import { controlId, type FormValues } from "#components/forms/form-values.ts";
import { plural } from "#components/ui/format.ts";
import { Link } from "#components/ui/link.tsx";
import { judgeOptions, sourceLabels } from "#lib/domain/analysis/source-labels.ts";
import type { ChosenSources, SourceOptions } from "./question-options.ts";

type Props = {
  values: FormValues;
  sources: SourceOptions;
  chosen: ChosenSources;
  ratings: number;
  changeHref: string;
};

/** Whose ratings the question reads, as chosen in the step before. */
export function SourcesSection({ values, sources, chosen, ratings, changeHref }: Props) {
  const labels = sourceLabels(sources);
  const people = [...chosen.studyIds, ...chosen.importIds];
  const names = [...sources.studies, ...sources.imports].flatMap(({ id }) =>
    people.includes(id) ? [labels.get(id)] : [],
  );
  const lost = people.length - names.length;
  const judges = judgeOptions(sources).filter(({ key }) => chosen.judges.includes(key));
  const problem = values.error("sources") ?? values.error("judge");
  return (
    <FormSection title="Ratings" about={`${plural(ratings, "rating")} in all.`}>
      <div id={controlId("sources")} className="text-sm">
        <p>People: {names.length > 0 ? <bdi>{names.join(", ")}</bdi> : lost > 0 ? "none" : "none chosen"}.</p>
        {lost > 0 ? <p>{plural(lost, "study or file", "studies or files")} chosen before, not here any more.</p> : null}
        <p id={controlId("judge")} className="mt-1">
          Judge: {judges.length > 0 ? <bdi>{judges.map(({ name }) => name).join(", ")}</bdi> : "none chosen"}.
        </p>
        <p className="mt-2">
          <Link href={changeHref} className="link">
            Choose other ratings
          </Link>
        </p>
        {problem ? <p className="mt-1 font-medium text-bad">{problem}</p> : null}
      </div>
      {chosen.studyIds.map((id) => (
        <input key={id} type="hidden" name={`study.${id}`} value="on" />
      ))}
      {chosen.importIds.map((id) => (
        <input key={id} type="hidden" name={`import.${id}`} value="on" />
      ))}
      {chosen.judgeImportIds.map((id) => (
        <input key={id} type="hidden" name={`judgeImport.${id}`} value="on" />
      ))}
      <input type="hidden" name="judge" value={chosen.judges[0] ?? ""} />
    </FormSection>
  );
}

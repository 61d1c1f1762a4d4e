import Link from "next/link";
import { FormSection } from "#components/studies/form/form-rows.tsx";
import { controlId, type FormValues } from "#components/studies/form/form-values.ts";
import { Checkbox, Fieldset, Radio } from "#components/ui/field.tsx";
import { formatInteger, plural } from "#components/ui/format.ts";
import type { QuestionOptions } from "./question-options.ts";

type Props = { values: FormValues; options: QuestionOptions };

/** Whose ratings count: people of which studies and files, and exactly one judge. */
export function SourcesSection({ values, options }: Props) {
  const hasNone = options.studies.length === 0 && options.imports.length === 0;
  return (
    <FormSection
      title="Ratings"
      about="Ratings of the same episode and agent meet, wherever they come from. Two versions of a judge are two judges, as each errs in its own way."
    >
      <div id={controlId("sources")} className="flex flex-col gap-5">
        {hasNone ? (
          <p className="text-sm text-ink-2">
            There are no ratings by people yet.{" "}
            <Link href="/studies/new" className="link">
              Ask people in a study
            </Link>{" "}
            or{" "}
            <Link href="/ratings" className="link">
              import a file
            </Link>
            . An analysis can be saved before.
          </p>
        ) : null}
        {options.studies.length > 0 ? (
          <Fieldset legend="Studies">
            {options.studies.map((study) => (
              <SourceTick
                key={study.id}
                name={`study.${study.id}`}
                values={values}
                label={study.name}
                help={plural(study.ratings, "rating")}
              />
            ))}
          </Fieldset>
        ) : null}
        {options.imports.length > 0 ? (
          <Fieldset legend="Imported ratings">
            {options.imports.map((source) => (
              <SourceTick
                key={source.id}
                name={`import.${source.id}`}
                values={values}
                label={source.name}
                help={`${formatInteger(source.humanRatings)} by people, ${formatInteger(source.judgeRatings)} by judges`}
              />
            ))}
          </Fieldset>
        ) : null}
        {values.error("sources") ? <p className="text-sm font-medium text-bad">{values.error("sources")}</p> : null}
      </div>
      <JudgeChoice values={values} options={options} />
    </FormSection>
  );
}

type TickProps = { name: string; values: FormValues; label: string; help: string };

function SourceTick({ name, values, label, help }: TickProps) {
  return (
    <Checkbox
      id={controlId(name)}
      name={name}
      defaultChecked={values.isOn(name)}
      label={<bdi>{label}</bdi>}
      help={help}
    />
  );
}

function JudgeChoice({ values, options }: Props) {
  if (options.judges.length === 0)
    return (
      <p className="text-sm text-ink-2">There are no ratings by a judge yet. They come with episodes or in a file.</p>
    );
  return (
    <Fieldset legend="Judge" className="scroll-mt-20">
      {options.judges.map((judge, index) => (
        <Radio
          key={judge.key}
          id={index === 0 ? controlId("judge") : `${controlId("judge")}-${index}`}
          name="judge"
          value={judge.key}
          defaultChecked={values.text("judge") === judge.key}
          label={<bdi>{judge.name}</bdi>}
          help={plural(judge.ratings, "rating")}
        />
      ))}
      {values.error("judge") ? <p className="text-sm font-medium text-bad">{values.error("judge")}</p> : null}
    </Fieldset>
  );
}

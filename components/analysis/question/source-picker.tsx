import { FormSection } from "#components/forms/form-rows.tsx";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Checkbox, Fieldset, Radio } from "#components/ui/field.tsx";
import { Link } from "#components/ui/link.tsx";
import { judgeOptions, sourceLabels } from "#lib/domain/analysis/source-labels.ts";
import type { SharedItems } from "./first-sources.ts";
import type { ChosenSources, SourceOptions } from "./question-options.ts";
import { fileWords, sharedWords, studyWords } from "./source-words.ts";

type Props = { sources: SourceOptions; chosen: ChosenSources; shared: readonly SharedItems[]; action: string };

/**
 * The first step of a question: whose ratings it reads. A plain form that leads on to `action` with the choice in the
 * address, as policies, dimensions and raters can only be offered once the ratings are known.
 */
export function SourcePicker({ sources, chosen, shared, action }: Props) {
  const judges = judgeOptions(sources);
  if (sources.studies.length === 0 && sources.imports.length === 0 && judges.length === 0) return <NoSources />;
  return (
    <form method="get" action={action}>
      <FormSection title="People" about="Ratings of the same item and agent meet, wherever they come from.">
        <PeopleTicks sources={sources} chosen={chosen} />
      </FormSection>
      <FormSection
        title="Judge"
        about="One version of one judge: each version errs in its own way, so a mixture has no bias of its own."
      >
        {judges.length === 0 ? (
          <p className="text-sm text-ink-2">
            There are no ratings by a judge yet. They come with episodes or{" "}
            <Link href="/ratings" className="link">
              in a file
            </Link>
            .
          </p>
        ) : (
          <Fieldset legend="Judge">
            {judges.map((judge, index) => (
              <Radio
                key={judge.key}
                id={`judge-${index}`}
                name="judge"
                value={judge.key}
                defaultChecked={chosen.judges.includes(judge.key)}
                label={<bdi>{judge.name}</bdi>}
                help={`${judge.from}; ${sharedWords(judge.key, sources, shared)}`}
              />
            ))}
          </Fieldset>
        )}
      </FormSection>
      <div className="flex justify-end border-line border-t py-4">
        <Button type="submit" variant="primary">
          Go on with these ratings
        </Button>
      </div>
    </form>
  );
}

function PeopleTicks({ sources, chosen }: Pick<Props, "sources" | "chosen">) {
  const labels = sourceLabels(sources);
  const files = sources.imports.filter(({ humans }) => humans > 0);
  return (
    <>
      {sources.studies.length > 0 ? (
        <Fieldset legend="Studies">
          {sources.studies.map((study) => (
            <Checkbox
              key={study.id}
              id={`study-${study.id}`}
              name="study"
              value={study.id}
              defaultChecked={chosen.studyIds.includes(study.id)}
              label={<bdi>{labels.get(study.id)}</bdi>}
              help={studyWords(study)}
            />
          ))}
        </Fieldset>
      ) : null}
      {files.length > 0 ? (
        <Fieldset legend="Imported ratings">
          {files.map((source) => (
            <Checkbox
              key={source.id}
              id={`import-${source.id}`}
              name="import"
              value={source.id}
              defaultChecked={chosen.importIds.includes(source.id)}
              label={<bdi>{labels.get(source.id)}</bdi>}
              help={fileWords(source, sources)}
            />
          ))}
        </Fieldset>
      ) : null}
    </>
  );
}

function NoSources() {
  return (
    <EmptyState
      title="No ratings yet"
      action={
        <>
          <ButtonLink href="/studies/new" variant="primary">
            Ask people in a study
          </ButtonLink>
          <ButtonLink href="/ratings">Import ratings</ButtonLink>
        </>
      }
    >
      <p>An analysis compares what people and a judge said about the same items. Neither has said anything here yet.</p>
    </EmptyState>
  );
}

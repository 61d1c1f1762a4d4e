import { Field, TextInput } from "#components/ui/field.tsx";

/** Which version of a judge came with the episodes of a file, folded away: most files bring no ratings, or a dated model. */
export function JudgeVersionField() {
  return (
    <details className="text-sm">
      <summary className="w-fit text-ink-2">Say what the file does not say itself</summary>
      <div className="mt-3 max-w-md">
        <Field
          id="judge-version"
          label="Version of its judge"
          help="Of the LLM whose ratings come with the episodes, such as 0613. Two versions are two judges."
          optional
        >
          <TextInput id="judge-version" name="judgeVersion" maxLength={100} aria-describedby="judge-version-help" />
        </Field>
      </div>
    </details>
  );
}

"use client";
import { useActionState } from "react";
import { FormMessage } from "#components/forms/form-message.tsx";
import { issueFor, type SendForm } from "#components/forms/form-values.ts";
import { describedBy, Field, TextInput } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";

/** The name under which a person appears. */
export function NameForm({ send, name }: { send: SendForm; name: string }) {
  const [state, action] = useActionState(send, {});
  const issue = issueFor(state, "name");
  return (
    <form action={action} className="flex max-w-md flex-col gap-4">
      <Field id="name" label="Name" error={issue}>
        <TextInput
          id="name"
          name="name"
          autoComplete="name"
          required
          maxLength={100}
          defaultValue={state.values?.name ?? name}
          {...describedBy("name", { error: issue })}
        />
      </Field>
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton pendingLabel="Saving…">Save name</SubmitButton>
        <FormMessage state={state} done="Saved." />
      </div>
    </form>
  );
}

"use client";
import { useActionState } from "react";
import { FormMessage } from "#components/forms/form-message.tsx";
import { issueFor, type SendForm } from "#components/forms/form-values.ts";
import { describedBy, Field, TextInput } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { EmailField } from "./email-field.tsx";
import { NewPasswordField } from "./new-password-field.tsx";

/** Makes an account out of a link: name, address (fixed when the invitation names one) and a password. */
export function JoinForm({ send, token, email }: { send: SendForm; token: string; email: string | null }) {
  const [state, action] = useActionState(send, {});
  const nameIssue = issueFor(state, "name");
  return (
    <form action={action} className="flex flex-col gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="token" value={token} />
      <Field id="name" label="Your name" help="Colleagues see it beside what you do." error={nameIssue}>
        <TextInput
          id="name"
          name="name"
          autoComplete="name"
          required
          maxLength={100}
          defaultValue={state.values?.name}
          {...describedBy("name", { help: true, error: nameIssue })}
        />
      </Field>
      <EmailField error={issueFor(state, "email")} value={email ?? state.values?.email} isFixed={email !== null} />
      <NewPasswordField name="password" label="Password" error={issueFor(state, "password")} />
      <SubmitButton variant="primary" pendingLabel="Making your account…" className="mt-2 self-start">
        Make my account
      </SubmitButton>
    </form>
  );
}

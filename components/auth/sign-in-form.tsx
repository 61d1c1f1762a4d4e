"use client";
import { useActionState } from "react";
import { FormMessage } from "#components/forms/form-message.tsx";
import { issueFor, type SendForm } from "#components/forms/form-values.ts";
import { describedBy, Field, TextInput } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { PasswordField } from "./password-field.tsx";

/** Sign-in by e-mail and password. `next` is where to go on to; the form works without scripts. */
export function SignInForm({ send, next }: { send: SendForm; next: string }) {
  const [state, action] = useActionState(send, {});
  const emailIssue = issueFor(state, "email");
  return (
    <form action={action} className="flex flex-col gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="next" value={next} />
      <Field id="email" label="E-mail" error={emailIssue}>
        <TextInput
          id="email"
          name="email"
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          defaultValue={state.values?.email}
          {...describedBy("email", { error: emailIssue })}
        />
      </Field>
      <PasswordField
        id="password"
        name="password"
        label="Password"
        autoComplete="current-password"
        error={issueFor(state, "password")}
      />
      <SubmitButton variant="primary" pendingLabel="Signing in…" className="mt-2 self-start">
        Sign in
      </SubmitButton>
    </form>
  );
}

"use client";
import { useActionState } from "react";
import { FormMessage } from "#components/forms/form-message.tsx";
import { issueFor, type SendForm } from "#components/forms/form-values.ts";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { EmailField } from "./email-field.tsx";
import { PasswordField } from "./password-field.tsx";

/** Sign-in by e-mail and password. `next` is where to go on to; the form works without scripts. */
export function SignInForm({ send, next }: { send: SendForm; next: string }) {
  const [state, action] = useActionState(send, {});
  return (
    <form action={action} className="flex flex-col gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="next" value={next} />
      <EmailField error={issueFor(state, "email")} value={state.values?.email} />
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

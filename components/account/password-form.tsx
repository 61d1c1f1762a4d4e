"use client";
import { useActionState } from "react";
import { NewPasswordField } from "#components/auth/new-password-field.tsx";
import { PasswordField } from "#components/auth/password-field.tsx";
import { FormMessage } from "#components/forms/form-message.tsx";
import { issueFor, type SendForm } from "#components/forms/form-values.ts";
import { SubmitButton } from "#components/ui/submit-button.tsx";

/** Changing the password; people who came by a provider and have none yet set one without giving an old one. */
export function PasswordForm({ send, email, hasPassword }: { send: SendForm; email: string; hasPassword: boolean }) {
  const [state, action] = useActionState(send, {});
  return (
    <form action={action} className="flex max-w-md flex-col gap-4">
      <FormMessage state={state} done="Your password is changed." />
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      {hasPassword ? (
        <PasswordField
          id="currentPassword"
          name="currentPassword"
          label="Current password"
          autoComplete="current-password"
          error={issueFor(state, "currentPassword")}
        />
      ) : null}
      <NewPasswordField name="newPassword" label="New password" error={issueFor(state, "newPassword")} />
      <SubmitButton className="self-start" pendingLabel="Changing…">
        {hasPassword ? "Change password" : "Set password"}
      </SubmitButton>
    </form>
  );
}

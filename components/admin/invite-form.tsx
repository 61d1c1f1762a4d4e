"use client";
import { useActionState } from "react";
import { SecretOnce } from "#components/auth/secret-once.tsx";
import { FormMessage } from "#components/forms/form-message.tsx";
import { issueFor, type SendForm } from "#components/forms/form-values.ts";
import { describedBy, Field, Fieldset, Radio, TextInput } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { ROLE_CHOICES } from "./role-words.ts";

/** Invites one person by a one-time link, which is shown once and sent by whoever invites. */
export function InviteForm({ send }: { send: SendForm }) {
  const [state, action] = useActionState(send, {});
  const issue = issueFor(state, "email");
  const link = state.ok ? state.values?.link : undefined;
  return (
    <form action={action} className="flex max-w-xl flex-col gap-4">
      <FormMessage state={state} idOf={(path) => `invite-${path}`} />
      {link ? (
        <SecretOnce
          label={`Link for ${state.values?.email}`}
          secret={link}
          note="Send it to that person yourself. It works once, for 14 days, and is not shown again."
        />
      ) : null}
      <Field id="invite-email" label="E-mail" error={issue}>
        <TextInput
          id="invite-email"
          name="email"
          type="email"
          required
          autoComplete="off"
          defaultValue={state.ok ? "" : state.values?.email}
          {...describedBy("invite-email", { error: issue })}
        />
      </Field>
      <Fieldset legend="Role">
        {ROLE_CHOICES.map(({ role, label, may }) => (
          <Radio
            key={role}
            id={`invite-${role}`}
            name="role"
            value={role}
            label={label}
            help={`${may[0]?.toUpperCase()}${may.slice(1)}.`}
            defaultChecked={role === (state.values?.role ?? "researcher")}
          />
        ))}
      </Fieldset>
      <SubmitButton variant="primary" className="self-start" pendingLabel="Making the link…">
        Make an invitation link
      </SubmitButton>
    </form>
  );
}

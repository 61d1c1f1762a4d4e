"use client";
import { useActionState } from "react";
import type { ButtonVariant } from "#components/ui/button.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";

/** A server action as a page passes it on: state and form in, state out. */
export type SendForm = (
  state: { ok?: boolean; message?: string },
  form: FormData,
) => Promise<{ ok?: boolean; message?: string }>;

/** One button that does one thing, with what it needs in hidden fields; a refusal is said beside it. */
export function OneActionForm({
  send,
  fields,
  label,
  pendingLabel,
  variant = "secondary",
}: {
  send: SendForm;
  fields: Record<string, string>;
  label: string;
  pendingLabel?: string;
  variant?: ButtonVariant;
}) {
  const [state, action] = useActionState(send, {});
  return (
    <form action={action} className="flex flex-wrap items-center gap-3">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton variant={variant} size="sm" pendingLabel={pendingLabel}>
        {label}
      </SubmitButton>
      {state.message ? (
        <p role={state.ok ? "status" : "alert"} className={state.ok ? "text-sm text-ink-2" : "text-sm text-bad"}>
          {state.message}
        </p>
      ) : null}
    </form>
  );
}

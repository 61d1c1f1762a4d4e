"use client";
import { type ReactNode, useActionState } from "react";
import type { ButtonSize, ButtonVariant } from "#components/ui/button.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { SendForm } from "./form-values.ts";

/**
 * One button that does one thing, with what it needs in hidden fields. A refusal is said by it; what worked is said too
 * where the answer has words. `children` may hold further fields above the button.
 */
export function ActionForm({
  send,
  fields,
  label,
  pendingLabel,
  variant = "secondary",
  size = "md",
  inRow = false,
  children,
}: {
  send: SendForm;
  fields: Record<string, string>;
  label: string;
  pendingLabel?: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** The answer stands beside the button instead of below it. */
  inRow?: boolean;
  children?: ReactNode;
}) {
  const [state, action] = useActionState(send, {});
  return (
    <form
      action={action}
      className={inRow ? "flex flex-wrap items-center gap-3" : "flex min-w-0 flex-col items-start gap-3"}
    >
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <SubmitButton variant={variant} size={size} pendingLabel={pendingLabel}>
        {label}
      </SubmitButton>
      {state.message ? (
        <p
          role={state.ok ? "status" : "alert"}
          className={state.ok ? "text-sm text-ok" : "text-sm font-medium text-bad"}
        >
          {state.message}
        </p>
      ) : null}
    </form>
  );
}

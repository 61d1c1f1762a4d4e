"use client";
import { useState } from "react";
import { describedBy, Field, TextInput } from "#components/ui/field.tsx";
import { useIsAlive } from "#components/ui/use-is-alive.ts";

/** A password with a button that shows what was typed. Pasting is allowed, and password managers are told what it is. */
export function PasswordField({
  id,
  name,
  label,
  help,
  error,
  autoComplete,
  minLength,
  isRequired = true,
}: {
  id: string;
  name: string;
  label: string;
  help?: string;
  error?: string | undefined;
  autoComplete: "current-password" | "new-password";
  minLength?: number;
  isRequired?: boolean;
}) {
  const [isShown, setIsShown] = useState(false);
  const isAlive = useIsAlive();
  return (
    <Field id={id} label={label} help={help} error={error}>
      <div className="relative">
        <TextInput
          id={id}
          name={name}
          type={isShown ? "text" : "password"}
          autoComplete={autoComplete}
          minLength={minLength}
          maxLength={256}
          required={isRequired}
          spellCheck={false}
          autoCapitalize="none"
          className="pr-18"
          {...describedBy(id, { help, error })}
        />
        {isAlive ? (
          <button
            type="button"
            aria-label={`${isShown ? "Hide" : "Show"} ${label.toLowerCase()}`}
            aria-controls={id}
            onClick={() => setIsShown(!isShown)}
            className="absolute inset-y-1 right-1 rounded-control px-3 text-sm text-ink-2 hover:bg-sunken hover:text-ink"
          >
            {isShown ? "Hide" : "Show"}
          </button>
        ) : null}
      </div>
    </Field>
  );
}

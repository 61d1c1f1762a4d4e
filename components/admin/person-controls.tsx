"use client";
import { useActionState } from "react";
import type { SendForm } from "#components/forms/form-values.ts";
import { Select } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { Role } from "#lib/domain/access/roles.ts";
import { ROLE_CHOICES } from "./role-words.ts";

/** What an admin can do with one person: change the role, end sessions, disable or enable the account. */
export function PersonControls({
  person,
  manage,
}: {
  person: { id: string; name: string; role: Role; isDisabled: boolean; liveSessions: number };
  manage: SendForm;
}) {
  const [state, action] = useActionState(manage, {});
  return (
    <form action={action}>
      <input type="hidden" name="userId" value={person.id} />
      <div className="flex flex-wrap items-center gap-2">
        <div className="w-40">
          <Select
            // The uncontrolled choice must follow the stored role when another admin has changed it.
            key={person.role}
            name="role"
            aria-label={`Role of ${person.name}`}
            defaultValue={person.role}
            className="h-[34px] text-sm"
          >
            {ROLE_CHOICES.map(({ role, label }) => (
              <option key={role} value={role}>
                {label}
              </option>
            ))}
          </Select>
        </div>
        <SubmitButton size="sm" name="step" value="role" aria-label={`Change role of ${person.name}`}>
          Change role
        </SubmitButton>
        <SubmitButton
          size="sm"
          name="step"
          value="end-sessions"
          disabled={person.liveSessions === 0}
          aria-label={`End sessions of ${person.name}`}
        >
          End sessions
        </SubmitButton>
        {person.isDisabled ? (
          <SubmitButton size="sm" name="step" value="enable" aria-label={`Enable the account of ${person.name}`}>
            Enable
          </SubmitButton>
        ) : (
          <SubmitButton
            size="sm"
            variant="danger"
            name="step"
            value="disable"
            aria-label={`Disable the account of ${person.name}`}
          >
            Disable
          </SubmitButton>
        )}
      </div>
      {state.message ? (
        <p role={state.ok ? "status" : "alert"} className={state.ok ? "mt-1 text-sm text-ok" : "mt-1 text-sm text-bad"}>
          {state.message}
        </p>
      ) : null}
    </form>
  );
}

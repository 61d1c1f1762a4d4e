"use client";
import { useActionState } from "react";
import { FormMessage } from "#components/forms/form-message.tsx";
import type { SendForm } from "#components/forms/form-values.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { Role } from "#lib/domain/access/roles.ts";
import { roleLabel } from "./role-words.ts";

/** An invitation that may still be used. */
export type OpenInvitation = {
  id: string;
  email: string | null;
  role: Role;
  invitedBy: string | null;
  expiresAt: Date;
};

/** Invitations that nobody has used yet, each with a button that revokes it. */
export function InvitationList({ invitations, revoke }: { invitations: OpenInvitation[]; revoke: SendForm }) {
  const [state, action] = useActionState(revoke, {});
  return (
    <form action={action} className="flex flex-col gap-3">
      <FormMessage state={state} done="That link no longer works." />
      {invitations.length > 0 ? (
        <ul className="divide-y divide-line rounded-surface border border-line bg-surface">
          {invitations.map((invitation) => (
            <li key={invitation.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
              <div className="min-w-0 flex-1">
                <p className="font-medium [overflow-wrap:anywhere]">{invitation.email}</p>
                <p className="text-sm text-ink-2">
                  {roleLabel(invitation.role)}, invited by {invitation.invitedBy ?? "somebody without an account now"},
                  runs out <RelativeTime at={invitation.expiresAt} />
                </p>
              </div>
              <SubmitButton
                size="sm"
                name="invitationId"
                value={invitation.id}
                aria-label={`Revoke the invitation of ${invitation.email}`}
              >
                Revoke
              </SubmitButton>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-sm text-ink-2">No invitation is waiting to be used.</p>
      )}
    </form>
  );
}

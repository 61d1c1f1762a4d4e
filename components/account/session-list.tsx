"use client";
import { useActionState } from "react";
import { FormMessage } from "#components/forms/form-message.tsx";
import type { SendForm } from "#components/forms/form-values.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { browserName } from "./browser-name.ts";

/** One browser in which a person is signed in. */
export type OwnSession = { id: string; userAgent: string; createdAt: Date; lastSeenAt: Date; isCurrent: boolean };

/** Where a person is signed in, each with a button that ends it. */
export function SessionList({ sessions, end }: { sessions: OwnSession[]; end: SendForm }) {
  const [state, action] = useActionState(end, {});
  return (
    <form action={action} className="flex flex-col gap-3">
      <FormMessage state={state} done="That session has ended." />
      <ul className="divide-y divide-line rounded-surface border border-line bg-surface">
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-2 font-medium">
                {browserName(session.userAgent)}
                {session.isCurrent ? <Tag tone="accent">This browser</Tag> : null}
              </p>
              <p className="text-sm text-ink-2">
                Signed in <RelativeTime at={session.createdAt} />, last used <RelativeTime at={session.lastSeenAt} />
              </p>
            </div>
            {session.isCurrent ? null : (
              <SubmitButton size="sm" name="sessionId" value={session.id} pendingLabel="Ending…">
                End session
              </SubmitButton>
            )}
          </li>
        ))}
      </ul>
    </form>
  );
}

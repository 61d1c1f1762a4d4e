"use client";
import { useActionState } from "react";
import { SecretOnce } from "#components/auth/secret-once.tsx";
import { FormMessage } from "#components/forms/form-message.tsx";
import { issueFor, type SendForm } from "#components/forms/form-values.ts";
import { describedBy, Field, TextInput } from "#components/ui/field.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";

/** One API token as its owner sees it. */
export type OwnApiToken = { id: string; name: string; createdAt: Date; lastUsedAt: Date | null };

type Props = { tokens: OwnApiToken[]; create: SendForm; revoke: SendForm };

/** A person's API tokens: make one (shown once), revoke one. */
export function ApiTokenList({ tokens, create, revoke }: Props) {
  return (
    <div className="flex flex-col gap-6">
      <CreateToken create={create} />
      <Tokens tokens={tokens} revoke={revoke} />
    </div>
  );
}

function CreateToken({ create }: { create: SendForm }) {
  const [state, action] = useActionState(create, {});
  const issue = issueFor(state, "name");
  const token = state.ok ? state.values?.token : undefined;
  return (
    <form action={action} className="flex max-w-md flex-col gap-4">
      <FormMessage state={state} idOf={(path) => `token-${path}`} />
      {token ? <SecretOnce label="Your new token" secret={token} note="Copy it now: it is not shown again." /> : null}
      <Field id="token-name" label="What it is for" help="For example: nightly import." error={issue}>
        <TextInput
          id="token-name"
          name="name"
          required
          maxLength={100}
          autoComplete="off"
          {...describedBy("token-name", { help: true, error: issue })}
        />
      </Field>
      <SubmitButton className="self-start" pendingLabel="Making…">
        Make a token
      </SubmitButton>
    </form>
  );
}

function Tokens({ tokens, revoke }: { tokens: OwnApiToken[]; revoke: SendForm }) {
  const [state, action] = useActionState(revoke, {});
  return (
    <form action={action} className="flex flex-col gap-3">
      <FormMessage state={state} done="That token no longer works." />
      <ul className="divide-y divide-line rounded-surface border border-line bg-surface empty:hidden">
        {tokens.map((token) => (
          <li key={token.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
            <div className="min-w-0 flex-1">
              <p className="font-medium [overflow-wrap:anywhere]">{token.name}</p>
              <p className="text-sm text-ink-2">
                Made <RelativeTime at={token.createdAt} />,{" "}
                {token.lastUsedAt ? (
                  <>
                    last used <RelativeTime at={token.lastUsedAt} />
                  </>
                ) : (
                  "never used"
                )}
              </p>
            </div>
            <SubmitButton size="sm" name="tokenId" value={token.id} aria-label={`Revoke ${token.name}`}>
              Revoke
            </SubmitButton>
          </li>
        ))}
      </ul>
    </form>
  );
}

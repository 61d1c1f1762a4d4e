import type { Metadata } from "next";
import { AccountSection } from "#components/account/account-section.tsx";
import { ApiTokenList } from "#components/account/api-token-list.tsx";
import { NameForm } from "#components/account/name-form.tsx";
import { PasswordForm } from "#components/account/password-form.tsx";
import { SessionList } from "#components/account/session-list.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { listApiTokens } from "#lib/operations/api-tokens/list-api-tokens.ts";
import { listOwnSessions } from "#lib/operations/sessions/list-own-sessions.ts";
import { getOwnAccount } from "#lib/operations/users/get-own-account.ts";
import { requireUser } from "#lib/web/current-actor.ts";
import * as actions from "./actions.ts";

export const metadata: Metadata = { title: "Your account" };

/** A person's own account: name, password, where they are signed in, API tokens. */
export default async function AccountPage() {
  const actor = await requireUser();
  const [account, sessions, tokens] = await Promise.all([
    getOwnAccount(actor, {}),
    listOwnSessions(actor, {}),
    listApiTokens(actor, {}),
  ]);
  return (
    <>
      <PageHeader title="Your account" facts={account.email} />
      <AccountSection id="about-name" title="Name" about="Colleagues see it beside what you do.">
        <NameForm send={actions.renameAction} name={account.name} />
      </AccountSection>
      <AccountSection
        id="about-password"
        title="Password"
        about="Changing it signs you out everywhere but in this browser."
      >
        <PasswordForm send={actions.changePasswordAction} email={account.email} hasPassword={account.hasPassword} />
      </AccountSection>
      <AccountSection
        id="about-sessions"
        title="Where you are signed in"
        about="A sign-in lasts 14 days. End the ones you do not know."
      >
        <SessionList sessions={sessions} end={actions.endSessionAction} />
      </AccountSection>
      <AccountSection
        id="about-tokens"
        title="API tokens"
        about="With a token, programs use the REST API as you, within your role. Send it as “Authorization: Bearer …”."
      >
        <ApiTokenList tokens={tokens} create={actions.createTokenAction} revoke={actions.revokeTokenAction} />
      </AccountSection>
    </>
  );
}

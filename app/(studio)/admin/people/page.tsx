import type { Metadata } from "next";
import { AccountSection } from "#components/account/account-section.tsx";
import { InvitationList } from "#components/admin/invitation-list.tsx";
import { InviteForm } from "#components/admin/invite-form.tsx";
import { PeopleList } from "#components/admin/people-list.tsx";
import { SettingsHeader } from "#components/admin/settings-header.tsx";
import { plural } from "#components/ui/format.ts";
import { listPeople } from "#lib/operations/users/list-people.ts";
import { requireUser } from "#lib/web/current-actor.ts";
import { orNotFound } from "#lib/web/or-not-found.ts";
import * as actions from "./actions.ts";

export const metadata: Metadata = { title: "People" };

/** Who has an account, with which role, and who is invited. Administrators only. */
export default async function PeoplePage() {
  const actor = await requireUser();
  const { users, invitations } = await orNotFound(listPeople(actor, {}));
  return (
    <>
      <SettingsHeader current="/admin/people" facts={`${plural(users.length, "person", "people")} with an account`} />
      <PeopleList people={users} ownId={actor.userId} manage={actions.managePersonAction} />
      <div className="mt-10">
        <AccountSection
          id="invite"
          title="Invite somebody"
          about="Annotators need no account: they open the link of their study."
        >
          <InviteForm send={actions.inviteAction} />
        </AccountSection>
        <AccountSection id="invited" title="Waiting invitations" about="Links that nobody has used yet.">
          <InvitationList invitations={invitations} revoke={actions.revokeInvitationAction} />
        </AccountSection>
      </div>
    </>
  );
}

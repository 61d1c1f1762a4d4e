import { Entrance } from "#components/auth/entrance.tsx";
import { JoinForm } from "#components/auth/join-form.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { ANONYMOUS } from "#lib/domain/access/actor.ts";
import type { Role } from "#lib/domain/access/roles.ts";
import { isAppError } from "#lib/domain/shared/errors.ts";
import { getInvitation } from "#lib/operations/invitations/get-invitation.ts";
import { joinAction } from "./(auth)/actions.ts";

const MAY: Record<Role, string> = {
  admin: "As an administrator you run studies, invite colleagues and see everything, panel ids included.",
  researcher: "As a researcher you import episodes, run studies and download ratings.",
  analyst: "As an analyst you read everything but panel ids, download ratings, and change nothing.",
};

/** The page behind a setup or invitation link: what the account may do and the form that makes it, or why it cannot. */
export async function JoinPage({ token }: { token: string }) {
  const invitation = await getInvitation(ANONYMOUS, { token }).catch((error: unknown) => {
    if (isAppError(error)) return null;
    throw error;
  });
  if (!invitation) return <UsedLink />;
  const { isSetup, invitedBy, role, email } = invitation;
  return (
    <Entrance
      title={isSetup ? "Make the first account" : "Join Sotopia Studio"}
      lead={
        <>
          {invitedBy ? <p>{invitedBy} has invited you.</p> : null}
          <p>{MAY[role]}</p>
        </>
      }
    >
      <JoinForm send={joinAction} token={token} email={email} />
    </Entrance>
  );
}

function UsedLink() {
  return (
    <Entrance title="This link can no longer be used">
      <p className="text-ink-2">
        It was used already, was revoked, or has run out. If you made your account with it, sign in. If not, ask an
        administrator for a new one.
      </p>
      <ButtonLink href="/sign-in" className="mt-6">
        Go to sign in
      </ButtonLink>
    </Entrance>
  );
}

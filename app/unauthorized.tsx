import { MessagePage } from "#components/layout/message-page.tsx";
import { ButtonLink } from "#components/ui/button.tsx";

/** Shown where somebody must be signed in and the page did not lead to sign-in by itself. */
export default function Unauthorized() {
  return (
    <MessagePage title="Sign in to go on" actions={<ButtonLink href="/sign-in">Sign in</ButtonLink>}>
      <p>Your session may have ended. What was saved before is safe.</p>
    </MessagePage>
  );
}

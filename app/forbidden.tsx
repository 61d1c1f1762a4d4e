import { MessagePage } from "#components/layout/message-page.tsx";
import { ButtonLink } from "#components/ui/button.tsx";

/** Shown where a signed-in person's role does not reach. */
export default function Forbidden() {
  return (
    <MessagePage title="Your role does not reach this page" actions={<ButtonLink href="/">Go to the start</ButtonLink>}>
      <p>Nothing is wrong with your account. An administrator can change your role, or do this for you.</p>
    </MessagePage>
  );
}

import { MessagePage } from "#components/layout/message-page.tsx";
import { ButtonLink } from "#components/ui/button.tsx";

/** Shown for an address that leads nowhere, and for things that the person may not know of. */
export default function NotFound() {
  return (
    <MessagePage title="There is nothing at this address" actions={<ButtonLink href="/">Go to the start</ButtonLink>}>
      <p>
        The page was moved or removed, or the link is incomplete. Links in messages sometimes lose their end: copy the
        whole of it again.
      </p>
    </MessagePage>
  );
}

import { Message } from "./message-page.tsx";
import { WaysOn } from "./ways-on.tsx";

/** Said at an address that leads nowhere, and for things that the person may not know of. */
export function NothingHere() {
  return (
    <Message title="There is nothing at this address" actions={<WaysOn />}>
      <p>
        The page was moved or removed, or the link is incomplete. Links in messages sometimes lose their end: copy the
        whole of it again.
      </p>
    </Message>
  );
}

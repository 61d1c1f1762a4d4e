import { Message } from "#components/layout/message-page.tsx";
import { WaysOn } from "#components/layout/ways-on.tsx";

/** Shown where a signed-in person's role does not reach; the frame stays around it. */
export default function Forbidden() {
  return (
    <Message title="Your role does not reach this page" actions={<WaysOn />}>
      <p>Nothing is wrong with your account. An administrator can change your role, or do this for you.</p>
    </Message>
  );
}

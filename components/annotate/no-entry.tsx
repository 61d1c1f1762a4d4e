import { Message, MessagePage } from "#components/layout/message-page.tsx";

type Reason = "panel" | "link" | "cookies" | "visit";

const TEXT: Record<Reason, { title: string; happened: string; todo: string }> = {
  panel: {
    title: "This link is missing who you are",
    happened:
      "Studies on a panel are opened from the panel’s own page, which adds your participant id, the study and the session to the link. One of them is missing here, or is not complete.",
    todo: "Go back to the panel and open the study from there. Do not type the address yourself, and do not shorten it.",
  },
  link: {
    title: "This link does not lead to a study",
    happened: "The address is not complete, or the link was withdrawn by whoever runs the study.",
    todo: "Copy the whole link again from the message in which you got it, or ask the person who sent it to you.",
  },
  cookies: {
    title: "Your browser refused a cookie that this study needs",
    happened:
      "The study remembers where you are with one cookie. It holds no name and follows you nowhere; without it, every page would have to ask again who you are.",
    todo: "Allow cookies for this site, or use another browser or a window that is not private. Then open your study link again.",
  },
  visit: {
    title: "Your visit is not open in this browser",
    happened:
      "You may have begun in another browser, or cleared this one’s cookies. Everything that was saved is still there.",
    todo: "Open your study link again, the same one as before, and you are where you were.",
  },
};

/** A door that does not open, with the reason and the way on. */
export function NoEntry({ why }: { why: Reason }) {
  const { title, happened, todo } = TEXT[why];
  return (
    <MessagePage>
      <Message title={title}>
        <p>{happened}</p>
        <p className="text-ink">{todo}</p>
        <p>Nothing was recorded by opening this page.</p>
      </Message>
    </MessagePage>
  );
}

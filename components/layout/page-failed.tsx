import { ScriptButton } from "#components/ui/script-button.tsx";
import { Message } from "./message-page.tsx";

/** What Next tells of a page that failed; `retry` asks the server for it again. */
export type Failure = { error: Error & { digest?: string }; retry: () => void };

/** Said where a page failed for a reason that nobody planned for. What was saved before stays saved. */
export function PageFailed({ error, retry }: Failure) {
  return (
    <Message
      title="This page could not be shown"
      actions={
        <ScriptButton variant="primary" onClick={retry}>
          Try again
        </ScriptButton>
      }
    >
      <p>Something went wrong on the server. Everything that was saved before is safe.</p>
      {error.digest ? (
        <p className="text-sm">If it happens again, give this number to whoever runs the studio: {error.digest}</p>
      ) : null}
    </Message>
  );
}

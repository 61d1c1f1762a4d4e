"use client";
import { MessagePage } from "#components/layout/message-page.tsx";
import { Button } from "#components/ui/button.tsx";

/** Shown when a page failed for a reason that nobody planned for. What was saved before stays saved. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <MessagePage
      title="This page could not be shown"
      actions={
        <Button variant="primary" onClick={reset}>
          Try again
        </Button>
      }
    >
      <p>Something went wrong on the server. Everything that was saved before is safe.</p>
      {error.digest ? (
        <p className="text-sm">If it happens again, give this number to whoever runs the studio: {error.digest}</p>
      ) : null}
    </MessagePage>
  );
}

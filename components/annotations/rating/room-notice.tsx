import { Callout } from "#components/ui/callout.tsx";

/** Sentences above the form: a greeting, what the server refused, what the network does not allow just now. */
export function RoomNotice({ greeting, refusal, farewell }: { greeting: string; refusal: string; farewell: string }) {
  return (
    <div aria-live="polite">
      {[
        [greeting, "note"] as const,
        [refusal && `${refusal} What you wrote is kept on this device.`, "warn"] as const,
        [farewell, "warn"] as const,
      ].map(([text, tone]) =>
        text ? (
          <div key={text} className="mt-4">
            <Callout tone={tone}>{text}</Callout>
          </div>
        ) : null,
      )}
    </div>
  );
}

import type { ReactNode } from "react";
import { Callout } from "#components/ui/callout.tsx";

type Props = {
  greeting: string;
  refusal: string;
  farewell: string;
  /** Where the visit goes on, once the server takes no more of this conversation. */
  way: string | undefined;
};

/** Sentences above the form: a greeting, what the server refused, what the network does not allow just now. */
export function RoomNotice({ greeting, refusal, farewell, way }: Props) {
  return (
    <div aria-live="polite">
      {greeting ? <Sentence tone="note">{greeting}</Sentence> : null}
      {refusal ? (
        <Sentence tone="warn">
          {refusal} What you wrote is kept on this device.
          {way ? (
            <a href={way} className="link ml-2">
              Go on with the visit
            </a>
          ) : null}
        </Sentence>
      ) : null}
      {farewell ? <Sentence tone="warn">{farewell}</Sentence> : null}
    </div>
  );
}

function Sentence({ tone, children }: { tone: "note" | "warn"; children: ReactNode }) {
  return (
    <div className="mt-4">
      <Callout tone={tone}>{children}</Callout>
    </div>
  );
}

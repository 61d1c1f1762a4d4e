import { Callout } from "#components/ui/callout.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";

type Known = { fileName: string; createdAt: Date; state: string };

/**
 * Says that a file that was just sent is here already, under which name and since when, or that it waits for its columns.
 * `sent` is its name now.
 */
export function RepeatNote({ sent, row }: { sent: string; row: Known }) {
  const isSameName = sent === row.fileName;
  const isWaiting = row.state === "mapping";
  return (
    <div role="status" className="mb-6 max-w-[80ch]">
      <Callout title={isWaiting ? "This file waits for its columns" : "This file is already here"}>
        <p>
          {isSameName ? "It" : <bdi className="[overflow-wrap:anywhere]">“{sent.slice(0, 120)}”</bdi>} was{" "}
          {isWaiting ? "sent" : "imported"}
          {isSameName ? "" : <bdi className="[overflow-wrap:anywhere]"> as “{row.fileName}”</bdi>}{" "}
          <RelativeTime at={row.createdAt} />, with the same content.{" "}
          {isWaiting
            ? "It was not stored a second time. Nothing of it counts before its columns are confirmed, below."
            : "Nothing was changed."}
        </p>
      </Callout>
    </div>
  );
}

import { Callout } from "#components/ui/callout.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";

/** Says that a file that was just sent is here already, under which name and since when. `sent` is its name now. */
export function RepeatNote({ sent, row }: { sent: string; row: { fileName: string; createdAt: Date } }) {
  const isSameName = sent === row.fileName;
  return (
    <div role="status" className="mb-6 max-w-[80ch]">
      <Callout title="This file is already here">
        <p>
          {isSameName ? "It" : <bdi className="[overflow-wrap:anywhere]">“{sent.slice(0, 120)}”</bdi>} was imported
          {isSameName ? "" : <bdi className="[overflow-wrap:anywhere]"> as “{row.fileName}”</bdi>}{" "}
          <RelativeTime at={row.createdAt} />, with the same content. Nothing was changed.
        </p>
      </Callout>
    </div>
  );
}

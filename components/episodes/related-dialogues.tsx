import { Callout } from "#components/ui/callout.tsx";
import { Link } from "#components/ui/link.tsx";

/** Tells when the very same dialogue is kept under other source ids, so that nobody counts it twice. */
export function RelatedDialogues({
  others,
}: {
  others: readonly { id: string; sourceId: string; sourceFile: string }[];
}) {
  if (others.length === 0) return null;
  return (
    <Callout title="The same dialogue stands here under another id">
      Turn by turn it is the same. Only one of them belongs into a study:{" "}
      {others.map((other, index) => (
        <span key={other.id}>
          {index > 0 ? ", " : ""}
          <Link href={`/episodes/${other.id}`} className="link">
            {other.sourceId}
          </Link>{" "}
          ({other.sourceFile})
        </span>
      ))}
      .
    </Callout>
  );
}

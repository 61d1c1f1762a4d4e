import { Callout } from "#components/ui/callout.tsx";
import { Link } from "#components/ui/link.tsx";

/** Says what of an episode's stored text cannot be read and what to do; nothing where all of it can. */
export function DamageCallout({ episodeId, damage }: { episodeId: string; damage: string | null }) {
  if (damage === null) return null;
  return (
    <Callout tone="warn" title="The stored text of this episode is damaged">
      What can be read of it stands here; its ratings are untouched and count as before. Wrong in it: {damage} Whoever
      runs this server can restore it from a backup, and the{" "}
      <Link href={`/episodes/${episodeId}/raw`} className="link">
        raw record
      </Link>{" "}
      still tells what its file said.
    </Callout>
  );
}

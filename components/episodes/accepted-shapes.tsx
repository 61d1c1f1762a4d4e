import { AcceptedFiles } from "#components/imports/accepted-files.tsx";

/** What the import takes and what it does with it, in words, for somebody with a file in hand. */
export function AcceptedShapes({ maxSize }: { maxSize: string }) {
  return (
    <AcceptedFiles
      intro={`Files are recognised by their content, not by their name. One file may mix all of these, up to ${maxSize}:`}
      note="Every record gets a line in the report: accepted, already here, in conflict with one that is here, repaired, or refused with the reason. Importing a file twice changes nothing, and good records of a damaged file are kept. Games of several players, tables of human ratings and anything else are refused."
    >
      <dt className="font-semibold">Episodes</dt>
      <dd>
        SOTOPIA’s EpisodeLog, with turns or with flat messages; the Hugging Face records, also the reduced ones; records
        of a human study whose dialogue stands only inside <code className="font-mono text-xs">rewards_prompt</code>.
      </dd>
      <dt className="font-semibold">Profiles</dt>
      <dd>Agent, environment and relationship profiles, and which agents go into which environment.</dd>
      <dt className="font-semibold">Ratings</dt>
      <dd>A judge’s rewards and reasoning inside an episode come along and are kept under that judge’s name.</dd>
      <dt className="font-semibold">Forms</dt>
      <dd>JSON Lines, a JSON list, single JSON objects, objects keyed by id, and JSON inside a JSON text.</dd>
    </AcceptedFiles>
  );
}

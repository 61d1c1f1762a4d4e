import { AcceptedFiles } from "#components/imports/accepted-files.tsx";

/** What the import of ratings takes and what it does with it, in words, for somebody with a file in hand. */
export function AcceptedRatings({ maxSize }: { maxSize: string }) {
  return (
    <AcceptedFiles
      intro={`Files are recognised by their content, not by their name, up to ${maxSize} each:`}
      note="Scores off their scale are refused by line and never moved onto it. People become pseudonyms on the way in. A row that repeats another is kept and marked; somebody’s second opinion on the same item is kept as such. The same file once more changes nothing."
    >
      <dt className="font-semibold">People</dt>
      <dd>
        SOTOPIA-π’s official tables (<code className="font-mono text-xs">goal_1</code>,{" "}
        <code className="font-mono text-xs">goal_2</code>), the older crowd tables (
        <code className="font-mono text-xs">Answer.agent1_goal</code>), AnnotationForEpisode records as a study of this
        app exports them, and the sheets of the internal pilot.
      </dd>
      <dt className="font-semibold">Judges</dt>
      <dd>Scores by episode for agent 1 and agent 2, and an evaluator’s lines with reasons.</dd>
      <dt className="font-semibold">Any table</dt>
      <dd>
        CSV or JSON Lines, one score a row or several, people and judges beside each other, on any scale. You see what
        the columns seem to mean, and say what they mean.
      </dd>
    </AcceptedFiles>
  );
}

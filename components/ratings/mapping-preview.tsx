import { formatInteger, plural } from "#components/ui/format.ts";
import { Table, Td, Th, Tr } from "#components/ui/table.tsx";
import type { MappingPreview as Preview } from "#lib/domain/rating-imports/mapping-preview.ts";

const KINDS = { human: "person", judge: "judge", position: "a place in a list" } as const;

function score(value: number): string {
  return String(Number(value.toFixed(4))).replace("-", "−");
}

function sentence(preview: Preview): string {
  const raters = [
    preview.humans > 0 ? plural(preview.humans, "person", "people") : "",
    preview.judges.length > 0 ? plural(preview.judges.length, "judge") : "",
  ].filter((part) => part !== "");
  const refused = [
    preview.refusedScores > 0 ? plural(preview.refusedScores, "score") : "",
    preview.refusedRecords > 0 ? plural(preview.refusedRecords, "whole record") : "",
  ].filter((part) => part !== "");
  const without = refused.length > 0 ? `${refused.join(" and ")} would be refused.` : "Nothing would be refused.";
  const by = raters.length > 0 ? ` by ${raters.join(" and ")}` : "";
  const records =
    preview.recordsRead === 1 ? "The one record gives" : `The first ${plural(preview.recordsRead, "record")} give`;
  return `${records} ${plural(preview.ratingsRead, "rating")}${by}. ${without}`;
}

/** The first rows of a waiting table, and the ratings that the mapping makes of it. */
export function MappingPreview({ preview }: { preview: Preview }) {
  return (
    <section aria-labelledby="preview" className="space-y-4">
      <h2 id="preview" className="text-lg font-semibold">
        What this gives
      </h2>
      <p className="max-w-[70ch] font-text text-lead">{sentence(preview)}</p>
      {preview.judges.length > 0 ? <p className="text-sm text-ink-2">Judges: {preview.judges.join("; ")}.</p> : null}
      <Problems preview={preview} />
      <FirstRatings ratings={preview.ratings} />
      <FirstRows preview={preview} />
    </section>
  );
}

/** The first sentences that refuse something, and how many more there are. */
function Problems({ preview: { problems, problemCount } }: { preview: Preview }) {
  if (problems.length === 0) return null;
  return (
    <ul className="list-disc space-y-1 pl-5 text-sm text-ink-2">
      {problems.map((problem) => (
        <li key={problem}>{problem}</li>
      ))}
      {problemCount > problems.length ? <li>and {formatInteger(problemCount - problems.length)} more</li> : null}
    </ul>
  );
}

function FirstRatings({ ratings }: { ratings: Preview["ratings"] }) {
  return (
    <Table label="The first ratings">
      <thead>
        <tr>
          <Th className="min-w-32">Item</Th>
          <Th>Agent</Th>
          <Th>System</Th>
          <Th>Dimension</Th>
          <Th className="min-w-32">Rater</Th>
          <Th numeric>Score</Th>
        </tr>
      </thead>
      <tbody>
        {ratings.map((rating) => (
          <Tr key={`${rating.item} ${rating.agent} ${rating.dimension} ${rating.rater}`}>
            <Td className="max-w-72 [overflow-wrap:anywhere]">{rating.item}</Td>
            <Td>{rating.agent === 0 ? "whole item" : formatInteger(rating.agent)}</Td>
            <Td>{rating.system}</Td>
            <Td>{rating.dimension}</Td>
            <Td>
              {rating.rater}
              <span className="block text-xs text-ink-2">{KINDS[rating.kind]}</span>
            </Td>
            <Td numeric>{score(rating.score)}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function FirstRows({ preview }: { preview: Preview }) {
  return (
    <details className="text-sm">
      <summary className="w-fit text-ink-2">The first rows of the file</summary>
      <div className="mt-2">
        <Table label="The first rows of the file">
          <thead>
            <tr>
              {preview.columns.map((column) => (
                <Th key={column}>{column}</Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.rows.map((row) => (
              <Tr key={row.join("\u0000")}>
                {preview.columns.map((column, index) => (
                  <Td key={column} className="max-w-72 [overflow-wrap:anywhere]">
                    {row[index]}
                  </Td>
                ))}
              </Tr>
            ))}
          </tbody>
        </Table>
      </div>
    </details>
  );
}

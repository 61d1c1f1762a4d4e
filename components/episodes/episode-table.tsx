import { CodeName } from "#components/ui/code-name.tsx";
import { Link } from "#components/ui/link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { CountTd, Table, Td, Th, Tr } from "#components/ui/table.tsx";
import { DemoTag, Tag } from "#components/ui/tag.tsx";
import type { ListedEpisode } from "#lib/domain/episodes/listed-episode.ts";
import { RatingMarks } from "./rating-marks.tsx";

function Marks({ row }: { row: ListedEpisode }) {
  const marks = [
    row.isDemo ? <DemoTag key="demo" /> : null,
    row.isHard ? <Tag key="hard">Hard</Tag> : null,
    row.conflictState === "open" ? (
      <Tag key="conflict" tone="warn">
        Conflict
      </Tag>
    ) : null,
    row.conflictState === "set-aside" ? <Tag key="aside">Set aside</Tag> : null,
    row.variant > 0 ? <Tag key="version">Version {row.variant + 1}</Tag> : null,
  ].filter((mark) => mark !== null);
  return marks.length > 0 ? <span className="mt-1.5 flex flex-wrap gap-x-1.5 gap-y-2.5">{marks}</span> : null;
}

/** Who played agent 1 and agent 2, one above the other. */
function Policies({ first, second }: { first: string | null; second: string | null }) {
  if (first === null && second === null) return <span className="text-ink-3">not stated</span>;
  return (
    <>
      <p>{first === null ? "not stated" : <CodeName text={first} />}</p>
      <p className="text-ink-2">{second === null ? "not stated" : <CodeName text={second} />}</p>
    </>
  );
}

/** The list of episodes; the names lead to the episode. */
export function EpisodeTable({ rows }: { rows: ListedEpisode[] }) {
  const hasTags = rows.some(({ tag }) => tag !== "");
  return (
    <Table label="Episodes" isStacked>
      <thead>
        <tr>
          <Th className="min-w-64">Episode</Th>
          <Th className="min-w-36">Scenario</Th>
          <Th className="min-w-36">Policies</Th>
          <Th numeric>Turns</Th>
          <Th>Ratings</Th>
          {hasTags ? <Th className="min-w-40">Tag</Th> : null}
          <Th>Imported</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td className="max-w-md">
              <Link href={`/episodes/${row.id}`} className="font-semibold underline-offset-3 hover:underline">
                <bdi>{row.agent1Name}</bdi> and <bdi>{row.agent2Name}</bdi>
              </Link>
              <p className="mt-0.5 line-clamp-2 font-text text-ink-2">{row.situation || row.sourceId}</p>
              <Marks row={row} />
            </Td>
            <Td data-short data-label="Scenario" className="max-w-44">
              {row.codename ? <CodeName text={row.codename} /> : <span className="text-ink-3">not known</span>}
            </Td>
            <Td className="max-w-48">
              <Policies first={row.agent1Policy} second={row.agent2Policy} />
            </Td>
            <CountTd label="Turns" count={row.turnCount} />
            <Td data-short>
              <RatingMarks
                isJudged={row.hasJudgments || row.hasImportedJudgments}
                people={row.annotationCount + row.importedRaterCount}
              />
            </Td>
            {hasTags ? (
              <Td className="max-w-44 text-ink-2">
                <span className="line-clamp-1 sm:line-clamp-3" title={row.tag}>
                  <CodeName text={row.tag} />
                </span>
              </Td>
            ) : null}
            <Td data-short className="whitespace-nowrap text-ink-2">
              <RelativeTime at={row.createdAt} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

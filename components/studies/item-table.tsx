import { CodeName } from "#components/ui/code-name.tsx";
import { formatNumber } from "#components/ui/format.ts";
import { Link } from "#components/ui/link.tsx";
import { Table, Td, Th, Tr } from "#components/ui/table.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { StudyItemRow } from "#lib/domain/studies/study.ts";

/** The items of a study: which episode each is, how it came in, and (once launched) how far it is. */
export function ItemTable({
  studyId,
  items,
  annotationsPerItem,
  isLaunched,
}: {
  studyId: string;
  items: readonly StudyItemRow[];
  annotationsPerItem: number;
  isLaunched: boolean;
}) {
  const isSampled = items.some((item) => item.stratum !== "");
  return (
    <Table label="Items">
      <thead>
        <tr>
          <Th numeric>Item</Th>
          <Th>Episode</Th>
          <Th>Scenario</Th>
          <Th numeric>Turns</Th>
          {isSampled ? <Th>Stratum</Th> : null}
          <Th numeric>
            <abbr title="Chance with which the draw took this episode" className="no-underline">
              Chance
            </abbr>
          </Th>
          {isLaunched ? <Th>Annotations</Th> : null}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Tr key={item.id}>
            <Td numeric>{item.position}</Td>
            <Td className="min-w-52">
              <Link className="link mr-2" href={`/episodes/${item.episodeId}`}>
                <bdi>{item.agent1Name}</bdi> and <bdi>{item.agent2Name}</bdi>
              </Link>
              {item.promptMark === "foreign" ? <Tag tone="warn">Prompt of another episode</Tag> : null}
            </Td>
            <Td className="max-w-64 text-ink-2">{item.codename ? <CodeName text={item.codename} /> : "not named"}</Td>
            <Td numeric>{item.turnCount}</Td>
            {isSampled ? <Td className="min-w-44 text-ink-2">{item.stratum}</Td> : null}
            <Td numeric>{item.inclusionProbability === 1 ? "1" : formatNumber(item.inclusionProbability, 3)}</Td>
            {isLaunched ? (
              <Td className="whitespace-nowrap">
                <ItemState studyId={studyId} item={item} wanted={annotationsPerItem} />
              </Td>
            ) : null}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function ItemState({ studyId, item, wanted }: { studyId: string; item: StudyItemRow; wanted: number }) {
  const text = `${item.submittedCount} of ${wanted}`;
  return (
    <>
      {item.submittedCount > 0 ? (
        <Link className="link" href={`/studies/${studyId}/ratings/${item.position}`}>
          {text}
        </Link>
      ) : (
        text
      )}
      {item.heldCount > 0 ? <span className="text-ink-2"> + {item.heldCount} at work</span> : null}
    </>
  );
}

import { DimensionName } from "#components/annotations/dimension-name.tsx";
import { formatInteger, NO_VALUE } from "#components/ui/format.ts";
import { Link } from "#components/ui/link.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import type { Dimension } from "#lib/domain/dimensions/dimension.ts";
import type { AgentSeat } from "#lib/domain/episodes/episode.ts";
import type { ItemAnnotation, ItemRatings } from "#lib/domain/studies/study-ratings.ts";

/** Every item with its annotators below each other, so that scores of one dimension stand in one column, agent by agent. */
export function RatingsTable({
  studyId,
  items,
  dimensions,
}: {
  studyId: string;
  items: readonly ItemRatings[];
  dimensions: readonly Dimension[];
}) {
  return (
    <Table label="Ratings by item">
      <thead>
        <tr>
          <Th rowSpan={2}>Annotator</Th>
          {dimensions.map((dimension) => (
            <Th key={dimension.id} colSpan={2} scope="colgroup" className="border-l text-center!">
              <DimensionName dimension={dimension} short />
            </Th>
          ))}
        </tr>
        <tr>
          {dimensions.flatMap((dimension) => [
            <Th key={`${dimension.id}1`} numeric className="border-l text-agent-1!">
              <span className="sr-only">agent </span>1
            </Th>,
            <Th key={`${dimension.id}2`} numeric className="text-agent-2!">
              <span className="sr-only">agent </span>2
            </Th>,
          ])}
        </tr>
      </thead>
      {items.map((item) => (
        <tbody key={item.itemId}>
          <tr>
            <th
              colSpan={1 + dimensions.length * 2}
              scope="rowgroup"
              className="border-line border-b bg-sunken/60 px-3 py-2 text-left text-sm font-normal"
            >
              <Link className="link font-semibold" href={`/studies/${studyId}/ratings/${item.position}`}>
                Item {item.position}
              </Link>{" "}
              <bdi className="text-agent-1">{item.agentNames[0]}</bdi> and{" "}
              <bdi className="text-agent-2">{item.agentNames[1]}</bdi>
              {item.codename ? <span className="text-ink-2"> · {item.codename}</span> : null}
            </th>
          </tr>
          {item.annotations.map((annotation) => (
            <AnnotationRow key={annotation.annotationId} annotation={annotation} dimensions={dimensions} />
          ))}
        </tbody>
      ))}
    </Table>
  );
}

function AnnotationRow({ annotation, dimensions }: { annotation: ItemAnnotation; dimensions: readonly Dimension[] }) {
  const scores = new Map(annotation.ratings.map((rating) => [`${rating.agent}${rating.dimension}`, rating.score]));
  const cell = (agent: AgentSeat, dimension: string) => {
    const score = scores.get(`${agent}${dimension}`);
    return score === undefined ? NO_VALUE : formatInteger(score);
  };
  const isExcluded = annotation.exclusion !== null;
  return (
    <tr className={isExcluded ? "text-ink-3" : "hover:bg-sunken/60"}>
      <Td className="whitespace-nowrap">
        {annotation.pseudonym}
        {isExcluded ? <span className="ml-2 text-xs">excluded</span> : null}
        {annotation.isLate ? <span className="ml-2 text-xs text-ink-2">late</span> : null}
      </Td>
      {dimensions.flatMap(({ id }) => [
        <Td key={`${id}1`} numeric className={isExcluded ? "border-l line-through" : "border-l"}>
          {cell(1, id)}
        </Td>,
        <Td key={`${id}2`} numeric className={isExcluded ? "line-through" : undefined}>
          {cell(2, id)}
        </Td>,
      ])}
    </tr>
  );
}

import { Link } from "#components/ui/link.tsx";
import { CountTd, Table, Td, Th, Tr } from "#components/ui/table.tsx";
import { DemoTag, Tag } from "#components/ui/tag.tsx";
import type { ListedScenario } from "#lib/domain/scenarios/listed-scenario.ts";
import { relationshipLabel } from "#lib/domain/scenarios/relationship.ts";
import { renderTags } from "#lib/domain/scenarios/render-tags.ts";

/** The list of scenarios; the codename leads to the scenario. */
export function ScenarioTable({ rows }: { rows: readonly ListedScenario[] }) {
  return (
    <Table label="Scenarios" isStacked>
      <thead>
        <tr>
          <Th className="min-w-72">Scenario</Th>
          <Th>Relationship</Th>
          <Th>Source</Th>
          <Th numeric>Episodes</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td className="max-w-2xl">
              <Link href={`/scenarios/${row.id}`} className="font-semibold underline-offset-3 hover:underline">
                {row.codename || row.sourceId}
              </Link>
              <span className="ml-2 inline-flex flex-wrap gap-1.5 align-middle">
                {row.isHard ? <Tag>Hard</Tag> : null}
                {row.isDemo ? <DemoTag /> : null}
                {row.variant > 0 ? <Tag tone="warn">Version {row.variant + 1}</Tag> : null}
                {row.isCurrent ? null : <Tag>Does not count</Tag>}
              </span>
              <p className="mt-0.5 line-clamp-2 font-text text-ink-2">{renderTags(row.scenario, "environment")}</p>
            </Td>
            <Td data-short className="whitespace-nowrap">
              {relationshipLabel(row.relationship)}
            </Td>
            <Td data-short className="text-ink-2 [overflow-wrap:anywhere]">
              {row.source}
            </Td>
            <CountTd label="Episodes" count={row.episodeCount} />
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

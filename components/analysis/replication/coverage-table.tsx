import { formatInteger, NO_VALUE } from "#components/ui/format.ts";
import { Table, Td, Th, Tr } from "#components/ui/table.tsx";
import { asPrinted } from "#lib/domain/analysis/replication/printed.ts";
import type { ConditionCoverage } from "#lib/domain/analysis/replication/replication.ts";

/** How much of the study is here, condition by condition. */
export function CoverageTable({ coverage }: { coverage: readonly ConditionCoverage[] }) {
  return (
    <Table label="What is here of the study">
      <thead>
        <tr>
          <Th>Condition</Th>
          <Th numeric>Episodes</Th>
          <Th numeric>Annotations</Th>
          <Th numeric className="whitespace-nowrap">
            Rated by the judge
          </Th>
          <Th numeric className="whitespace-nowrap">
            Mean goal, single ratings
          </Th>
        </tr>
      </thead>
      <tbody>
        {coverage.map(({ id, label, meaning, episodes, expected, rows, judged, meanGoal, goalRatings }) => (
          <Tr key={id}>
            <Td className="min-w-44">
              <span className="font-medium">{label}</span> <span className="text-ink-2">{meaning}</span>
            </Td>
            <Td numeric className="whitespace-nowrap tabular-nums">
              {formatInteger(episodes)} of {formatInteger(expected)}
            </Td>
            <Td numeric className="tabular-nums">
              {formatInteger(rows)}
            </Td>
            <Td numeric className="tabular-nums">
              {formatInteger(judged)}
            </Td>
            <Td numeric className="whitespace-nowrap tabular-nums">
              {meanGoal === null ? (
                NO_VALUE
              ) : (
                <>
                  {asPrinted(meanGoal, 3)} <span className="text-ink-2">of {formatInteger(goalRatings)}</span>
                </>
              )}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

import { Fragment } from "react";
import { DimensionName } from "#components/annotations/dimension-name.tsx";
import { formatInteger, formatNumber, NO_VALUE } from "#components/ui/format.ts";
import { Table, Td, Th, Tr } from "#components/ui/table.tsx";
import type { Dimension } from "#lib/domain/dimensions/dimension.ts";
import type { DimensionDistribution } from "#lib/domain/studies/progress.ts";
import { HistogramStrip } from "./histogram-strip.tsx";

/** How scores are spread over each scale, for both seats, with n and mean, and the same as a table of counts. */
export function Distributions({
  distributions,
  dimensions,
}: {
  distributions: readonly DimensionDistribution[];
  dimensions: readonly Dimension[];
}) {
  const rows = dimensions.flatMap((dimension) => {
    const distribution = distributions.find((entry) => entry.dimension === dimension.id);
    return distribution ? [{ dimension, distribution }] : [];
  });
  return (
    <div>
      <Table label="Distributions by dimension" className="[&_td]:align-middle">
        <thead>
          <tr>
            <Th>Dimension</Th>
            <Th>Agent 1</Th>
            <Th numeric>Mean</Th>
            <Th numeric>n</Th>
            <Th>Agent 2</Th>
            <Th numeric>Mean</Th>
            <Th numeric>n</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ dimension, distribution }) => (
            <DistributionRow key={dimension.id} dimension={dimension} distribution={distribution} />
          ))}
        </tbody>
      </Table>
      <details className="mt-3">
        <summary className="text-sm">The same as numbers</summary>
        <div className="mt-3">
          <CountTable rows={rows} />
        </div>
      </details>
    </div>
  );
}

type Row = { dimension: Dimension; distribution: DimensionDistribution };

function DistributionRow({ dimension, distribution }: Row) {
  const tallest = Math.max(1, ...distribution.agents.flatMap((agent) => agent.counts.map((entry) => entry.count)));
  return (
    <Tr>
      <Td className="min-w-36">
        <DimensionName dimension={dimension} />
      </Td>
      {distribution.agents.map(({ agent, n, mean, counts }) => (
        <Fragment key={agent}>
          <Td className="min-w-48">
            <HistogramStrip
              counts={counts}
              agent={agent}
              tallest={tallest}
              label={`${dimension.name}, agent ${agent}: ${n} ratings${mean === null ? "" : `, mean ${formatNumber(mean)}`}`}
            />
          </Td>
          <Td numeric>{mean === null ? NO_VALUE : formatNumber(mean)}</Td>
          <Td numeric>{formatInteger(n)}</Td>
        </Fragment>
      ))}
    </Tr>
  );
}

function CountTable({ rows }: { rows: readonly Row[] }) {
  return (
    <Table label="Counts of every score">
      <thead>
        <tr>
          <Th>Dimension</Th>
          <Th numeric>Score</Th>
          <Th numeric>Agent 1</Th>
          <Th numeric>Agent 2</Th>
        </tr>
      </thead>
      <tbody>
        {rows.flatMap(({ dimension, distribution }) =>
          (distribution.agents[0]?.counts ?? []).map(({ score, count }, index) => (
            <Tr key={`${dimension.id}-${score}`}>
              <Td>{index === 0 ? dimension.name : <span className="sr-only">{dimension.name}</span>}</Td>
              <Td numeric>{formatInteger(score)}</Td>
              <Td numeric>{formatInteger(count)}</Td>
              <Td numeric>{formatInteger(distribution.agents[1]?.counts[index]?.count ?? 0)}</Td>
            </Tr>
          )),
        )}
      </tbody>
    </Table>
  );
}

import { DimensionName } from "#components/annotations/dimension-name.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { formatInteger, formatNumber, NO_VALUE, plural } from "#components/ui/format.ts";
import { Link } from "#components/ui/link.tsx";
import { Table, Td, Th, Tr } from "#components/ui/table.tsx";
import { sotopiaDimension } from "#lib/domain/dimensions/sotopia-dimensions.ts";
import type { SummaryDimension, SummaryPolicy } from "#lib/domain/rating-imports/import-summary.ts";

const bound = (value: number) => String(value).replace("-", "−");
const mean = (value: number | null) => (value === null ? NO_VALUE : formatNumber(value));

/** Whose ratings there are: a column of zeros for the other side says nothing. */
function sidesOf(rows: readonly { humanRatings: number; judgeRatings: number }[]) {
  return {
    hasPeople: rows.some(({ humanRatings }) => humanRatings > 0),
    hasJudges: rows.some(({ judgeRatings }) => judgeRatings > 0),
  };
}

function SideHeads({ side, hasMean = false }: { side: "people" | "judges"; hasMean?: boolean }) {
  return (
    <>
      <Th numeric>Ratings by {side}</Th>
      {hasMean ? <Th numeric>Mean</Th> : null}
    </>
  );
}

function ImportedDimensionName({ row }: { row: SummaryDimension }) {
  const known = sotopiaDimension(row.key);
  return known && known.name === row.name ? <DimensionName dimension={known} /> : row.name;
}

/** The scales of an import: how many ratings lie on each and where their middle is. */
export function DimensionTable({ dimensions }: { dimensions: readonly SummaryDimension[] }) {
  const { hasPeople, hasJudges } = sidesOf(dimensions);
  return (
    <Table label="Ratings by dimension">
      <thead>
        <tr>
          <Th className="min-w-36">Dimension</Th>
          <Th>Scale</Th>
          {hasPeople ? <SideHeads side="people" hasMean /> : null}
          {hasJudges ? <SideHeads side="judges" hasMean /> : null}
        </tr>
      </thead>
      <tbody>
        {dimensions.map((row) => (
          <Tr key={row.key}>
            <Td>
              <ImportedDimensionName row={row} />
            </Td>
            <Td className="whitespace-nowrap">
              {bound(row.min)} to {bound(row.max)}
              <span className="text-ink-2">, {row.isWhole ? "whole numbers" : "any number"}</span>
            </Td>
            {hasPeople ? (
              <>
                <Td numeric>{formatInteger(row.humanRatings)}</Td>
                <Td numeric>{mean(row.humanMean)}</Td>
              </>
            ) : null}
            {hasJudges ? (
              <>
                <Td numeric>{formatInteger(row.judgeRatings)}</Td>
                <Td numeric>{mean(row.judgeMean)}</Td>
              </>
            ) : null}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

const SEATS: Record<SummaryPolicy["seatRole"], string> = {
  learner: "under study",
  partner: "partner",
  "": "seat unknown",
};

/** The policies of an import and the seats they hold. */
export function PolicyTable({ policies }: { policies: readonly SummaryPolicy[] }) {
  const { hasPeople, hasJudges } = sidesOf(policies);
  return (
    <Table label="Ratings by policy">
      <thead>
        <tr>
          <Th className="min-w-44">Policy</Th>
          <Th>Seat</Th>
          <Th numeric>Rated</Th>
          {hasPeople ? <SideHeads side="people" /> : null}
          {hasJudges ? <SideHeads side="judges" /> : null}
        </tr>
      </thead>
      <tbody>
        {policies.map((row) => (
          <Tr key={`${row.seatRole} ${row.policy}`}>
            <Td className="[overflow-wrap:anywhere]">{row.policy || "not known"}</Td>
            <Td>{SEATS[row.seatRole]}</Td>
            <Td numeric>{formatInteger(row.units)}</Td>
            {hasPeople ? <Td numeric>{formatInteger(row.humanRatings)}</Td> : null}
            {hasJudges ? <Td numeric>{formatInteger(row.judgeRatings)}</Td> : null}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

/** What is to be known before the ratings are believed: seats that are unknown, scenarios that are another's. */
export function ItemNotes({
  items,
  foreignScenarios,
}: {
  items: { items: number; linked: number; unknownSeats: number };
  foreignScenarios: readonly { itemKey: string; episodeId: string | null }[];
}) {
  return (
    <div className="space-y-3">
      <p className="text-sm text-ink-2">
        {plural(items.items, "item")}
        {items.linked > 0
          ? `; ${formatInteger(items.linked)} of them ${items.linked === 1 ? "is an episode" : "are episodes"} that you have.`
          : "."}
      </p>
      {items.unknownSeats > 0 ? (
        <Callout tone="warn" title="Which agent is under study is not known everywhere">
          {plural(items.unknownSeats, "item has", "items have")} no episode here that would say who sat in which seat.{" "}
          <Link className="link" href="/episodes/import">
            Import the episodes
          </Link>
          , before or after the ratings, and the seats become known.
        </Callout>
      ) : null}
      {foreignScenarios.length > 0 ? (
        <Callout tone="warn" title="Some raters were shown another scenario">
          <p>
            In {plural(foreignScenarios.length, "item")} the scenario in the file is not the one of the episode. The
            ratings are kept and marked:
          </p>
          <ul className="mt-1 list-disc pl-5">
            {foreignScenarios.map(({ itemKey, episodeId }) => (
              <li key={itemKey} className="[overflow-wrap:anywhere]">
                {episodeId ? (
                  <Link className="link" href={`/episodes/${episodeId}`}>
                    {itemKey}
                  </Link>
                ) : (
                  itemKey
                )}
              </li>
            ))}
          </ul>
        </Callout>
      ) : null}
    </div>
  );
}

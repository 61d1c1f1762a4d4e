"use client";
import { useFigureSetting } from "#components/charts/figure/figure-setting.ts";
import { Callout } from "#components/ui/callout.tsx";
import { plural } from "#components/ui/format.ts";
import type { DimensionDisagreements, DisagreementsFinding } from "#lib/domain/analysis/findings/disagreements.ts";
import { disagreementsTable } from "#lib/domain/analysis/tables/disagreements.ts";
import { CellList } from "../cells/cell-list.tsx";
import { FoldedTable } from "../frame/folded-table.tsx";
import { shownTable } from "../frame/shown-table.ts";
import { ViewFrame } from "../frame/view-frame.tsx";
import { captionOf, figureName } from "../frame/view-words.ts";
import { ChosenDisagreements } from "./chosen-disagreements.tsx";

/** A report names so many cells of each dimension. */
const MOST_IN_REPORT = 5;

/** The cells where judge and people lie furthest apart, to be read with both sides' reasons. */
export function DisagreementsView({ analysisId, finding }: { analysisId: string; finding: DisagreementsFinding }) {
  return (
    <ViewFrame
      view="disagreements"
      finding={finding}
      parts={finding.byDimension}
      lead={
        <Callout>
          <p>{finding.warning}</p>
        </Callout>
      }
    >
      {(part) => <LargestGaps analysisId={analysisId} finding={finding} part={part} />}
    </ViewFrame>
  );
}

type Props = { analysisId: string; finding: DisagreementsFinding; part: DimensionDisagreements };

function LargestGaps({ analysisId, finding, part }: Props) {
  const isReport = useFigureSetting().purpose === "report";
  if (part.note) return <p className="text-sm text-ink-2">{part.note}</p>;
  if (isReport) return <ReportedGaps analysisId={analysisId} part={part} />;
  const { dimension } = part;
  return (
    <>
      <ChosenDisagreements
        key={dimension.key}
        analysisId={analysisId}
        part={part}
        policies={finding.policies.map(({ label }) => label)}
      />
      <FoldedTable
        title={`The largest ${plural(part.cells.length, "gap")} as a table`}
        label={`${dimension.name}: largest disagreements`}
        table={() => shownTable(disagreementsTable(finding), dimension.key)}
        caption={captionOf(finding, dimension)}
        fileName={figureName("disagreements", dimension)}
      />
    </>
  );
}

function ReportedGaps({ analysisId, part }: Pick<Props, "analysisId" | "part">) {
  const cells = part.cells.slice(0, MOST_IN_REPORT);
  const { key, name } = part.dimension;
  return (
    <>
      <h3 className="text-lg">{name}</h3>
      <CellList
        analysisId={analysisId}
        dimension={key}
        cells={cells}
        label={`Largest disagreements on ${name.toLowerCase()}`}
      />
      {part.apart > cells.length ? (
        <p className="text-sm text-ink-2">
          The largest {plural(cells.length, "gap")} of {plural(part.apart, "cell")} that judge and people score
          differently.
        </p>
      ) : null}
    </>
  );
}

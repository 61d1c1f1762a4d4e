"use client";
import { useFigureSetting } from "#components/charts/figure/figure-setting.ts";
import { Callout } from "#components/ui/callout.tsx";
import { plural } from "#components/ui/format.ts";
import type { DisagreementsFinding } from "#lib/domain/analysis/findings/disagreements.ts";
import { CellList } from "../cells/cell-list.tsx";
import { ViewFrame } from "../frame/view-frame.tsx";

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
      {(part) => <LargestGaps analysisId={analysisId} part={part} />}
    </ViewFrame>
  );
}

function LargestGaps({ analysisId, part }: { analysisId: string; part: DisagreementsFinding["byDimension"][number] }) {
  const isReport = useFigureSetting().purpose === "report";
  const cells = isReport ? part.cells.slice(0, MOST_IN_REPORT) : part.cells;
  if (part.note) return <p className="text-sm text-ink-2">{part.note}</p>;
  return (
    <>
      {isReport ? <h3 className="text-lg">{part.dimension.name}</h3> : null}
      <CellList
        key={part.dimension.key}
        analysisId={analysisId}
        dimension={part.dimension.key}
        cells={cells}
        label={`Largest disagreements on ${part.dimension.name.toLowerCase()}`}
      />
      {part.total > cells.length ? (
        <p className="text-sm text-ink-2">
          The largest {plural(cells.length, "gap")} of {plural(part.total, "cell")}.
        </p>
      ) : null}
    </>
  );
}

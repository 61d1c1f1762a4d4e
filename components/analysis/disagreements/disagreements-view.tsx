"use client";
import { Callout } from "#components/ui/callout.tsx";
import { plural } from "#components/ui/format.ts";
import type { DisagreementsFinding } from "#lib/domain/analysis/findings/disagreements.ts";
import { CellList } from "../cells/cell-list.tsx";
import { ViewFrame } from "../frame/view-frame.tsx";

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
      {(part) =>
        part.note ? (
          <p className="text-sm text-ink-2">{part.note}</p>
        ) : (
          <>
            <CellList
              key={part.dimension.key}
              analysisId={analysisId}
              dimension={part.dimension.key}
              cells={part.cells}
              label={`Largest disagreements on ${part.dimension.name.toLowerCase()}`}
            />
            {part.total > part.cells.length ? (
              <p className="text-sm text-ink-2">
                The largest {plural(part.cells.length, "gap")} of {plural(part.total, "cell")}.
              </p>
            ) : null}
          </>
        )
      }
    </ViewFrame>
  );
}

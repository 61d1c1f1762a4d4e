"use client";
import type { ReactNode } from "react";
import { Callout } from "#components/ui/callout.tsx";
import type { AnalysisDimension } from "#lib/domain/analysis/columns.ts";
import type { FindingHead } from "#lib/domain/analysis/findings/common.ts";
import type { ViewName } from "#lib/domain/analysis/findings/views.ts";
import { useChosenDimension } from "./chosen-dimension.ts";
import { DimensionPicker } from "./dimension-picker.tsx";
import { ViewEmpty } from "./view-empty.tsx";
import { countWords, filterWords, intervalWords, VIEW_WORDS } from "./view-words.ts";

/**
 * What surrounds every view: its question, the filters as a sentence, the dimension, what the numbers rest on; or, with
 * nothing to draw, what would fill it. `children` draws the chosen dimension; `allAtOnce` offers no choice,
 * for a view that shows every dimension.
 */
export function ViewFrame<Part extends { dimension: AnalysisDimension }>({
  view,
  finding,
  parts,
  lead,
  children,
  allAtOnce = false,
}: {
  view: ViewName;
  finding: FindingHead;
  parts: readonly Part[];
  lead?: ReactNode;
  children: (part: Part) => ReactNode;
  allAtOnce?: boolean;
}) {
  const dimensions = parts.map((part) => part.dimension);
  const chosen = useChosenDimension(dimensions);
  const part = parts.find(({ dimension }) => dimension.key === chosen?.key);
  return (
    <section aria-labelledby="view-question" className="flex flex-col gap-4">
      <div>
        <h2 id="view-question" className="text-xl">
          {VIEW_WORDS[view].question}
        </h2>
        <p className="mt-1 max-w-[80ch] text-sm text-ink-2">{filterWords(finding)}</p>
      </div>
      {lead}
      {finding.isMixedJudges ? (
        <Callout tone="warn" title="Several judges are mixed">
          <p>
            Each version of a judge errs in its own way, so a mixture has no bias of its own. Choose one in the
            question.
          </p>
        </Callout>
      ) : null}
      {finding.empty || !part ? (
        <ViewEmpty empty={finding.empty} />
      ) : (
        <>
          {allAtOnce ? null : <DimensionPicker dimensions={dimensions} />}
          {children(part)}
        </>
      )}
      <Basis finding={finding} />
    </section>
  );
}

/** What the numbers rest on, once per page. */
function Basis({ finding }: { finding: FindingHead }) {
  return (
    <footer className="max-w-[90ch] text-xs text-ink-2">
      <p>
        {intervalWords(finding)}. {finding.clusters.sentence}
      </p>
      <p className="mt-1">{countWords(finding.counts)}</p>
    </footer>
  );
}

"use client";
import { Fragment, type ReactNode, useId } from "react";
import { type FigureSetting, useFigureSetting } from "#components/charts/figure/figure-setting.ts";
import { Callout } from "#components/ui/callout.tsx";
import type { AnalysisDimension } from "#lib/domain/analysis/columns.ts";
import type { FindingHead } from "#lib/domain/analysis/findings/common.ts";
import type { ViewName } from "#lib/domain/analysis/findings/views.ts";
import { useChosenDimension } from "./chosen-dimension.ts";
import { DimensionPicker } from "./dimension-picker.tsx";
import { ViewBasis } from "./view-basis.tsx";
import { ViewEmpty } from "./view-empty.tsx";
import { filterWords, VIEW_WORDS } from "./view-words.ts";

type Props<Part> = {
  view: ViewName;
  finding: FindingHead;
  parts: readonly Part[];
  lead?: ReactNode;
  /** Draws one part. */
  children: (part: Part) => ReactNode;
  /** Offers no choice, for a view that shows every dimension at once. */
  allAtOnce?: boolean;
};

/**
 * What surrounds every view: its question, the filters as a sentence, the dimension, what the numbers rest on; or, with
 * nothing to draw, what would fill it. On a page the chosen dimension is drawn, in a report all of them one below the
 * other, for a file the one that is asked for.
 */
export function ViewFrame<Part extends { dimension: AnalysisDimension }>(props: Props<Part>) {
  const { view, finding, parts, lead, children, allAtOnce = false } = props;
  const setting = useFigureSetting();
  const heading = useId();
  const chosen = useChosenDimension(parts.map((part) => part.dimension));
  const drawn = allAtOnce ? parts.slice(0, 1) : partsFor(setting, parts, chosen?.key);
  // On a page one part follows another in the same place, and its charts need not be made anew.
  const draw = (part: Part) => (
    <Fragment key={setting.purpose === "page" ? "chosen" : part.dimension.key}>{children(part)}</Fragment>
  );
  if (setting.purpose === "file") return drawn.map(draw);
  const isPage = setting.purpose === "page";
  return (
    <section aria-labelledby={heading} className="flex flex-col gap-4">
      <div>
        <h2 id={heading} className="text-xl">
          {VIEW_WORDS[view].question}
        </h2>
        {isPage ? <p className="mt-1 max-w-[80ch] text-sm text-ink-2">{filterWords(finding)}</p> : null}
      </div>
      {lead}
      {finding.isMixedJudges ? <MixedJudges /> : null}
      {finding.empty || drawn.length === 0 ? (
        <ViewEmpty empty={finding.empty} />
      ) : (
        <>
          {allAtOnce || !isPage ? null : <DimensionPicker dimensions={parts.map((part) => part.dimension)} />}
          {drawn.map(draw)}
        </>
      )}
      {isPage ? <ViewBasis finding={finding} view={view} /> : null}
    </section>
  );
}

/** Which parts are drawn here. */
function partsFor<Part extends { dimension: AnalysisDimension }>(
  setting: FigureSetting,
  parts: readonly Part[],
  chosen: string | undefined,
): readonly Part[] {
  if (setting.purpose === "report") return parts;
  const wanted = setting.purpose === "file" ? setting.part : chosen;
  return parts.filter(({ dimension }) => dimension.key === wanted);
}

function MixedJudges() {
  return (
    <Callout tone="warn" title="Several judges are mixed">
      <p>
        Each version of a judge errs in its own way, so a mixture has no bias of its own. Choose one in the question.
      </p>
    </Callout>
  );
}

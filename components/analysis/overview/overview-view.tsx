"use client";
import { type ReactNode, useId } from "react";
import { ChartFigure } from "#components/charts/figure/chart-figure.tsx";
import { useFigureSetting } from "#components/charts/figure/figure-setting.ts";
import { SmallMultiples } from "#components/charts/small-multiples.tsx";
import { glued } from "#components/ui/glued.ts";
import { Link } from "#components/ui/link.tsx";
import type { AnalysisDimension } from "#lib/domain/analysis/columns.ts";
import type { OverviewFinding } from "#lib/domain/analysis/findings/overview.ts";
import { overviewTable } from "#lib/domain/analysis/tables/overview.ts";
import { listInWords } from "#lib/domain/analysis/words.ts";
import { shownTable } from "../frame/shown-table.ts";
import { ViewEmpty } from "../frame/view-empty.tsx";
import { useViewHref } from "../frame/view-href.ts";
import { captionOfAll, countWords, figureName, filterWords, intervalWords, VIEW_WORDS } from "../frame/view-words.ts";
import { OverviewPanel } from "./overview-panel.tsx";
import { policiesOf, undrawnDimensions, undrawnPolicies } from "./overview-policies.ts";

/** What the data show: the answer in sentences, what makes it doubtful, and every dimension side by side. */
export function OverviewView({ analysisId, finding }: { analysisId: string; finding: OverviewFinding }) {
  const { purpose } = useFigureSetting();
  const hrefOf = useViewHref(analysisId);
  const heading = useId();
  const figure = finding.empty ? null : <OverviewFigure analysisId={analysisId} finding={finding} />;
  if (purpose === "file") return figure;
  return (
    <section aria-labelledby={heading} className="flex flex-col gap-5">
      <div>
        <h2 id={heading} className="text-xl">
          {VIEW_WORDS.overview.question}
        </h2>
        {purpose === "page" ? <p className="mt-1 max-w-[80ch] text-sm text-ink-2">{filterWords(finding)}</p> : null}
      </div>
      {finding.empty ? <ViewEmpty empty={finding.empty} /> : <Answer finding={finding} />}
      {figure}
      {purpose === "page" ? (
        <footer className="max-w-[90ch] text-xs text-ink-2">
          <p>{finding.clusters.sentence}</p>
          <p className="mt-1">{countWords(finding.counts)}</p>
        </footer>
      ) : null}
      {finding.empty || purpose !== "page" ? null : (
        <p className="text-sm print:hidden">
          <Link href={hrefOf("disagreements")} className="link">
            Read where they differ most
          </Link>
        </p>
      )}
    </section>
  );
}

function OverviewFigure({ analysisId, finding }: { analysisId: string; finding: OverviewFinding }) {
  const hrefOf = useViewHref(analysisId);
  const undrawn = undrawnPolicies(finding);
  const empty = undrawnDimensions(finding);
  const [without, drawn] = [true, false].map((isEmpty) =>
    finding.dimensions.filter(({ key }) => empty.includes(key) === isEmpty),
  ) as [AnalysisDimension[], AnalysisDimension[]];
  const warning = finding.isExploratory
    ? "An exploratory slice: intervals and no p-values."
    : `These are many comparisons, so read p-values before claiming anything. ${finding.family}`;
  return (
    <ChartFigure
      title="Judge minus people, on every dimension"
      about={`Mean of judge − people in points, each axis as long as its scale; the area of a dot is the number of cells. ${intervalWords(finding)}. ${warning}`}
      caption={captionOfAll(finding)}
      table={() => shownTable(overviewTable(finding))}
      fileName={figureName("overview")}
    >
      <SmallMultiples>
        {drawn.map((dimension) => (
          <OverviewPanel
            key={dimension.key}
            dimension={dimension}
            policies={policiesOf(finding, dimension.key).filter(({ policy }) => !undrawn.includes(policy.label))}
            href={hrefOf("bias", dimension.key)}
          />
        ))}
      </SmallMultiples>
      {without.length > 0 ? (
        <LeftOut>
          Not drawn, as judge and people have no cell in common on them: {listInWords(without.map(({ name }) => name))}.
        </LeftOut>
      ) : null}
      {undrawn.length > 0 ? (
        <LeftOut>
          Not drawn, as judge and people have no cell in common there on any dimension: {listInWords(undrawn)}.
        </LeftOut>
      ) : null}
    </ChartFigure>
  );
}

function LeftOut({ children }: { children: ReactNode }) {
  return (
    <p className="mt-4 text-sm text-ink-2">
      <span data-figure-text>{children}</span>
    </p>
  );
}

function Answer({ finding }: { finding: OverviewFinding }) {
  return (
    <>
      <div className="max-w-[46rem] font-text text-xl">
        {finding.sentences.map((sentence) => (
          <p key={sentence.text} className={sentence.isDefined ? "mt-1" : "mt-1 text-ink-2"}>
            {glued(`${sentence.text} ${sentence.test}`)}
          </p>
        ))}
      </div>
      {finding.cautions.length > 0 ? (
        <section aria-label="What makes this doubtful" className="max-w-[80ch] text-sm">
          <h3 className="font-semibold">What makes this doubtful</h3>
          <ul className="mt-1 list-disc pl-5 text-ink-2">
            {finding.cautions.map((caution) => (
              <li key={caution}>{glued(caution)}</li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

"use client";
import { ChartFigure } from "#components/charts/figure/chart-figure.tsx";
import { ChartTable, type ChartTableData } from "#components/charts/figure/chart-table.tsx";
import type { AgreementFinding } from "#lib/domain/analysis/findings/agreement.ts";
import { ViewFrame } from "../frame/view-frame.tsx";
import { figureName, filterWords, intervalWords } from "../frame/view-words.ts";
import {
  agreementTable,
  droppedSentences,
  paperTable,
  pooledTable,
  secondRatingsSentence,
  undefinedSentences,
} from "./agreement-columns.ts";
import { CoefficientTable } from "./coefficient-table.tsx";

/** View 6: agreement of people among themselves, and how near the judge comes to what they allow. All dimensions at once. */
export function AgreementView({ finding }: { finding: AgreementFinding }) {
  const title = "Agreement and reliability";
  return (
    <ViewFrame view="agreement" finding={finding} parts={finding.rows} allAtOnce>
      {() => (
        <>
          <ChartFigure
            title={title}
            about={
              <>
                Single ratings by people, never means, on items with two or more. {intervalWords(finding)} (bootstrap).
                Every bar runs from 0 to 1; what lies below 0 stands at its left end.
              </>
            }
            caption={`${filterWords(finding)} ${finding.clusters.sentence}`}
            table={agreementTable(finding.rows, finding.confidence)}
            fileName={figureName("agreement")}
          >
            <CoefficientTable rows={finding.rows} />
          </ChartFigure>
          {[secondRatingsSentence(finding.rows) ?? [], undefinedSentences(finding.rows), droppedSentences(finding.rows)]
            .flat()
            .map((sentence) => (
              <p key={sentence} className="max-w-[80ch] text-sm text-ink-2">
                {sentence}
              </p>
            ))}
          <Folded
            title="Pooled over all policies"
            about="A pooled correlation mixes differences between policies with the order inside them, and can be high although the judge cannot order the items of any one policy."
            table={pooledTable(finding.rows, finding.confidence)}
          />
          <Folded
            title="Compatible with the papers"
            about="Ratings made binary as in the original SOTOPIA script. For comparison with published figures only."
            table={paperTable(finding.rows)}
          />
        </>
      )}
    </ViewFrame>
  );
}

function Folded({ title, about, table }: { title: string; about: string; table: ChartTableData }) {
  return (
    <details className="[&:not([open])]:print:hidden">
      <summary className="text-sm text-ink-2 hover:text-ink">{title}</summary>
      <p className="mt-1 mb-2 max-w-[75ch] text-sm text-ink-2">{about}</p>
      <ChartTable label={title} table={table} />
    </details>
  );
}

"use client";
import { ChartFigure } from "#components/charts/figure/chart-figure.tsx";
import type { AgreementFinding } from "#lib/domain/analysis/findings/agreement.ts";
import {
  agreementTable,
  agreementWithExcludedTable,
  paperTable,
  pooledTable,
} from "#lib/domain/analysis/tables/agreement.ts";
import { CorrelationPicker, useChosenCorrelation } from "../frame/correlation-picker.tsx";
import { FoldedTable } from "../frame/folded-table.tsx";
import { shownTable } from "../frame/shown-table.ts";
import { ViewFrame } from "../frame/view-frame.tsx";
import { captionOfAll, figureName, intervalWords } from "../frame/view-words.ts";
import {
  type CoefficientColumn,
  coefficientColumns,
  droppedSentences,
  secondRatingsSentence,
  undefinedSentences,
  variedSentences,
} from "./agreement-columns.ts";
import { CoefficientTable } from "./coefficient-table.tsx";

type Props = { finding: AgreementFinding };
type Columns = readonly CoefficientColumn[];

/** View 6: agreement of people among themselves, and how near the judge comes to what they allow. All dimensions at once. */
export function AgreementView({ finding }: Props) {
  const columns = coefficientColumns(useChosenCorrelation());
  return (
    <ViewFrame view="agreement" finding={finding} parts={finding.rows} allAtOnce>
      {() => (
        <>
          <AgreementFigure finding={finding} columns={columns} />
          {sentencesOf(finding, columns).map((sentence) => (
            <p key={sentence} className="max-w-[80ch] text-sm text-ink-2">
              {sentence}
            </p>
          ))}
          <MoreTables finding={finding} />
        </>
      )}
    </ViewFrame>
  );
}

function AgreementFigure({ finding, columns }: Props & { columns: Columns }) {
  return (
    <ChartFigure
      title="Agreement and reliability"
      about={
        <>
          Single ratings by people, never means, on items with two or more. {intervalWords(finding)} (bootstrap). Every
          bar runs from 0 to 1; what lies beyond stands at its end.
        </>
      }
      caption={captionOfAll(finding)}
      table={() => shownTable(agreementTable(finding))}
      fileName={figureName("agreement")}
      controls={<CorrelationPicker />}
    >
      <CoefficientTable rows={finding.rows} columns={columns} />
    </ChartFigure>
  );
}

/** What is to be known of the figure, each in a sentence. */
function sentencesOf({ rows, clusters }: AgreementFinding, columns: Columns): string[] {
  return [
    secondRatingsSentence(rows) ?? [],
    variedSentences(rows, clusters.noun),
    undefinedSentences(rows, columns),
    droppedSentences(rows, columns),
  ].flat();
}

/** The same under other conditions, folded. */
function MoreTables({ finding }: Props) {
  const caption = captionOfAll(finding);
  const whole = agreementWithExcludedTable(finding);
  return (
    <>
      {whole ? (
        <FoldedTable
          title="With excluded raters"
          about="The same coefficients without and with the ratings that are left out."
          table={() => shownTable(whole)}
          caption={caption}
          fileName={whole.name}
        />
      ) : null}
      <FoldedTable
        title="Pooled over all policies"
        about="A pooled correlation mixes differences between policies with the order inside them, and can be high although the judge cannot order the items of any one policy."
        table={() => shownTable(pooledTable(finding))}
        caption={caption}
        fileName="agreement-pooled"
      />
      <FoldedTable
        title="Compatible with the papers"
        about="Ratings made binary as in the original SOTOPIA script. For comparison with published figures only."
        table={() => shownTable(paperTable(finding))}
        caption={caption}
        fileName="agreement-paper"
      />
    </>
  );
}

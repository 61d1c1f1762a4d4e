"use client";
import { ChartFigure, LegendEntry } from "#components/charts/figure/chart-figure.tsx";
import { IntervalDotPlot } from "#components/charts/interval-dot-plot.tsx";
import { KeyMark } from "#components/charts/marks.tsx";
import { ticksBetween } from "#components/charts/ticks.ts";
import { Callout } from "#components/ui/callout.tsx";
import type { DimensionLeaderboard, LeaderboardFinding } from "#lib/domain/analysis/findings/leaderboard.ts";
import { leaderboardTable } from "#lib/domain/analysis/tables/leaderboard.ts";
import { shownTable } from "../frame/shown-table.ts";
import { ViewFrame } from "../frame/view-frame.tsx";
import { captionOf, figureName, intervalWords, scaleWords } from "../frame/view-words.ts";
import {
  besideWords,
  excludedScoresSentence,
  leaderboardHeads,
  leaderboardRows,
  noteSentences,
  tieBrackets,
  tiesSentence,
  weightedSentence,
} from "./leaderboard-rows.ts";

/** View 2: the score that people would have given, from few ratings by people and many ratings by the judge. */
export function LeaderboardView({ finding }: { finding: LeaderboardFinding }) {
  return (
    <ViewFrame
      view="leaderboard"
      finding={finding}
      parts={finding.byDimension}
      lead={
        finding.refusal ? (
          <Callout tone="warn" title="No debiased score is given">
            <p>
              {finding.sampling} {finding.refusal}
            </p>
          </Callout>
        ) : (
          <p className="max-w-[80ch] text-sm text-ink-2">{finding.sampling}</p>
        )
      }
    >
      {(part) => <LeaderboardFigure finding={finding} part={part} />}
    </ViewFrame>
  );
}

function LeaderboardFigure({ finding, part }: { finding: LeaderboardFinding; part: DimensionLeaderboard }) {
  const { dimension } = part;
  const title = `${dimension.name}: scores by policy`;
  const remarks = [
    tiesSentence(part),
    excludedScoresSentence(part),
    ...(finding.refusal ? [] : [...noteSentences(part), weightedSentence(part)]),
  ].filter((remark) => remark !== null);
  return (
    <>
      <ChartFigure
        title={title}
        about={
          <>
            Mean score on the scale from {scaleWords(dimension)}. {dimension.direction} {intervalWords(finding)}.{" "}
            {besideWords(part)}
          </>
        }
        caption={captionOf(finding, dimension)}
        table={() => shownTable(leaderboardTable(finding), dimension.key)}
        fileName={figureName("leaderboard", dimension)}
        legend={
          <>
            <LegendEntry mark={<KeyMark shape="square" hue="quiet" isHollow />}>judge, as it is</LegendEntry>
            <LegendEntry mark={<KeyMark shape="circle" hue="human" />}>
              people alone; the area is the number of their cells
            </LegendEntry>
            {finding.refusal ? null : (
              <LegendEntry mark={<KeyMark shape="diamond" hue="ink" />}>
                debiased (PPI++), in the colour of the policy
              </LegendEntry>
            )}
          </>
        }
      >
        <IntervalDotPlot
          label={`${title}. The table holds the numbers.`}
          groups={[{ key: "policies", heading: null, rows: leaderboardRows(part) }]}
          heads={leaderboardHeads(part)}
          x={{ domain: [dimension.min, dimension.max], ticks: ticksBetween(dimension.min, dimension.max, 11) }}
          brackets={tieBrackets(part)}
        />
      </ChartFigure>
      {remarks.map((remark) => (
        <p key={remark} className="max-w-[80ch] text-sm text-ink-2">
          {remark}
        </p>
      ))}
    </>
  );
}

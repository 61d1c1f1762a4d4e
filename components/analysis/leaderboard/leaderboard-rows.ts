import type { DotMark, DotRow } from "#components/charts/dot-plot-types.ts";
import { policyHue } from "#components/charts/hues.ts";
import { formatLimits } from "#components/charts/number-text.ts";
import { formatInteger, NO_VALUE } from "#components/ui/format.ts";
import type { DimensionLeaderboard, LeaderboardRow } from "#lib/domain/analysis/findings/leaderboard.ts";
import { estimateText, numberText, reasonText } from "../frame/figure-cells.ts";

/** Heads of the columns beside the plot: whose score stands there is said, and where none is debiased it is people's. */
export function leaderboardHeads(board: DimensionLeaderboard): { text: string; width: number }[] {
  const counts = { text: "by people / all", width: 104 };
  if (!hasDebiased(board)) return [{ text: "people", width: 60 }, { text: "interval", width: 100 }, counts];
  return [
    { text: "debiased", width: 68 },
    { text: "interval", width: 100 },
    { text: "people", width: 56 },
    counts,
    { text: "λ", width: 42 },
    { text: "worth ratings", width: 94 },
    { text: "rank", width: 48 },
  ];
}

/** Whose score the number beside a name is, for screens too narrow for heads. */
export function besideWords(board: DimensionLeaderboard): string {
  return hasDebiased(board)
    ? "The first number beside a name is the debiased score, a dash where none is given."
    : "The first number beside a name is the mean of people.";
}

function hasDebiased({ rows }: DimensionLeaderboard): boolean {
  return rows.some(({ debiased }) => debiased.value !== null);
}

/** One row per policy in the order of the finding: judge, people, and the debiased score where there is one. */
export function leaderboardRows(board: DimensionLeaderboard): DotRow[] {
  const columns = hasDebiased(board) ? columnsOf : peopleColumnsOf;
  const most = Math.max(1, ...board.rows.map(({ human }) => human.n));
  return board.rows.map((row) => ({
    key: row.policy.label,
    label: row.policy.label,
    marks: marksOf(row, row.human.n / most),
    absence: reasonText(row.human.reason),
    columns: columns(row),
  }));
}

function peopleColumnsOf({ human, labelledCells, allCells }: LeaderboardRow): string[] {
  return [numberText(human.value), formatLimits(human.interval), countsText(labelledCells, allCells)];
}

function columnsOf({ debiased, human, labelledCells, allCells, ...row }: LeaderboardRow): string[] {
  return [
    numberText(debiased.value),
    formatLimits(debiased.interval),
    numberText(human.value),
    countsText(labelledCells, allCells),
    numberText(row.lambda),
    row.effectiveLabels === null ? NO_VALUE : formatInteger(row.effectiveLabels),
    rankText(row.ranks),
  ];
}

function countsText(labelled: number, all: number): string {
  return `${formatInteger(labelled)} / ${formatInteger(all)}`;
}

/** Human and debiased marks get lanes of their own, so that their intervals do not hide each other. */
function marksOf(row: LeaderboardRow, share: number): DotMark[] {
  const name = row.policy.label;
  const marks: DotMark[] = [];
  if (row.debiased.value !== null)
    marks.push({
      shape: "diamond",
      hue: policyHue(row.policy.colour),
      value: row.debiased.value,
      interval: row.debiased.interval,
      text: `${name}, debiased: ${estimateText(row.debiased)}`,
    });
  if (row.human.value !== null)
    marks.push({
      shape: "circle",
      hue: "human",
      value: row.human.value,
      interval: row.human.interval,
      share,
      isTwin: row.debiased.value !== null,
      text: `${name}, people alone: ${estimateText(row.human)}`,
    });
  if (row.judgeMean !== null)
    marks.push({
      shape: "square",
      hue: "quiet",
      value: row.judgeMean,
      interval: null,
      isHollow: true,
      text: `${name}, judge: ${numberText(row.judgeMean)}`,
    });
  return marks;
}

/** Ranks between two are widened to whole ones. */
function rankText(ranks: LeaderboardRow["ranks"]): string {
  if (!ranks) return NO_VALUE;
  const [low, high] = [Math.floor(ranks[0]), Math.ceil(ranks[1])];
  return low === high ? String(low) : `${low}–${high}`;
}

/** Brackets of the neighbours that are not told apart, by the keys of their rows. */
export function tieBrackets(board: DimensionLeaderboard): { from: string; to: string }[] {
  return board.ties.flatMap(([from, to]) => {
    const first = board.rows[from]?.policy.label;
    const second = board.rows[to]?.policy.label;
    return first && second ? [{ from: first, to: second }] : [];
  });
}

/** Which neighbours the data cannot put in order, in words; null where all can be. */
export function tiesSentence(board: DimensionLeaderboard): string | null {
  const pairs = tieBrackets(board).map(({ from, to }) => `${from} and ${to}`);
  return pairs.length > 0 ? `Not told apart (the interval of their difference covers 0): ${pairs.join("; ")}.` : null;
}

/** Why rows have no debiased score or what it rests on, each sentence once with the policies that it concerns. */
export function noteSentences(board: DimensionLeaderboard): string[] {
  const notes = board.rows.flatMap(({ policy, note, remark, weightedNote }) =>
    [note, remark, weightedNote].filter((text) => text !== "").map((text) => ({ text, label: policy.label })),
  );
  const byNote = Map.groupBy(notes, ({ text }) => text);
  return [...byNote].map(([text, rows]) => `${rows.map(({ label }) => label).join(", ")}: ${text}`);
}

/** How the scores change when excluded ratings are counted; null where none are excluded. */
export function excludedScoresSentence(board: DimensionLeaderboard): string | null {
  const parts = board.rows.flatMap(({ policy, withExcluded }) => {
    if (!withExcluded || withExcluded.human.value === null) return [];
    const { human, debiased } = withExcluded;
    const scores = [
      `people ${estimateText(human)}`,
      debiased.value === null ? "" : `debiased ${estimateText(debiased)}`,
    ];
    return [`${policy.label} ${scores.filter(Boolean).join(", ")}`];
  });
  return parts.length === 0 ? null : `With excluded raters counted: ${parts.join("; ")}.`;
}

/** What the columns “weighted” of the table are; null where no row has one. */
export function weightedSentence(board: DimensionLeaderboard): string | null {
  if (board.rows.every(({ weighted }) => weighted === null || weighted.value === null)) return null;
  return "“Weighted by inclusion” in the table is the mean over the items that scores stand for: a rated item counts the more, the smaller its chance was to be drawn and to be rated by now; its interval goes by drawn items.";
}

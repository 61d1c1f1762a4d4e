import { startsLikeAction, startsLikeSpeech } from "./action-text.ts";

/** A place in a text where a turn may begin. `seat` is 0 or 1, null when the text there names nobody. */
export type TurnCandidate = {
  start: number;
  bodyStart: number;
  seat: 0 | 1 | null;
  /** `action`: a name and a known form follow. `empty`: nothing follows. `odd`: other words follow. */
  kind: "action" | "empty" | "odd";
  /** The turn's own number, null where the layout has none. */
  number: number | null;
  /** How the header is written (`line`: on its own line, `colon`: before the text); one log uses one way. */
  style: "line" | "colon" | "bare";
  /** The turn is spoken, so that its text must close its quotation marks. */
  speaks: boolean;
  /** The header does not stand at the start of a line; it needs better reasons to count. */
  isGlued?: boolean;
};

// The costs of a reading. Logs are written by a program: quotes always close, numbers go up by one, one style is
// kept, agents alternate. A recited transcript breaks at least one of these, which makes the true reading cheapest.
const COST = {
  unclosed: 5,
  oddQuotes: 1,
  otherStyle: 4,
  odd: 4,
  gap: 3,
  backwards: 8,
  sameSeat: 0.5,
  glued: 1,
  skippedGlued: 1.5,
  skipped: 1,
  skippedEmpty: 0.25,
};
const LOOK_AHEAD = 64;
const MOST_CANDIDATES = 4000;

/** Which of two names a text begins with, followed by something that looks like an action; the longer name first. */
export function leadingSeat(
  text: string,
  names: readonly [string, string],
  separator: RegExp,
): { seat: 0 | 1; length: number; speaks: boolean } | null {
  const order: (0 | 1)[] = names[0].length >= names[1].length ? [0, 1] : [1, 0];
  for (const seat of order) {
    const name = names[seat];
    if (!text.startsWith(name)) continue;
    const rest = text.slice(name.length, name.length + 480);
    const gap = separator.exec(rest);
    const action = rest.slice(gap?.[0].length ?? 0);
    if (gap && startsLikeAction(action))
      return { seat, length: name.length + gap[0].length, speaks: startsLikeSpeech(action) };
  }
  return null;
}

/** What {@link quoteCost} needs to know of a text, counted once: quotation marks before each position asked for. */
type QuoteIndex = { text: string; marksBefore: Map<number, number> };

function indexQuotes(text: string, candidates: readonly TurnCandidate[], textEnd: number): QuoteIndex {
  const positions = [...candidates.flatMap(({ start, bodyStart }) => [start, bodyStart]), textEnd].sort(
    (a, b) => a - b,
  );
  const marksBefore = new Map<number, number>();
  let marks = 0;
  let at = text.indexOf('"');
  for (const position of positions) {
    for (; at >= 0 && at < position; at = text.indexOf('"', at + 1)) marks += 1;
    marksBefore.set(position, marks);
  }
  return { text, marksBefore };
}

/** Where a segment's text ends when blanks, full stops, commas and apostrophes after it do not count. */
function inkEnd(text: string, end: number): number {
  let at = end;
  while (at > 0 && " \n\t\r,.'".includes(text[at - 1] as string)) at -= 1;
  return at;
}

/** Does a segment's spoken text close its quotation marks? Text that is not spoken has nothing to close. */
function quoteCost(index: QuoteIndex, from: TurnCandidate, end: number, isLast: boolean): number {
  if (!from.speaks) return 0;
  const marks = (index.marksBefore.get(end) ?? 0) - (index.marksBefore.get(from.bodyStart) ?? 0);
  const closed = marks > 1 && index.text[inkEnd(index.text, end) - 1] === '"';
  if (!closed) return isLast ? 1 : COST.unclosed;
  return marks % 2 === 0 ? 0 : COST.oddQuotes;
}

function ownCost(candidate: TurnCandidate, style: TurnCandidate["style"]): number {
  const glued = candidate.isGlued ? COST.glued : 0;
  return glued + (candidate.kind === "odd" ? COST.odd : 0) + (candidate.style === style ? 0 : COST.otherStyle);
}

function skipCost(candidate: TurnCandidate, style: TurnCandidate["style"]): number {
  if (candidate.style !== style || candidate.kind === "odd") return 0;
  if (candidate.isGlued) return COST.skippedGlued;
  return candidate.kind === "empty" ? COST.skippedEmpty : COST.skipped;
}

function stepCost(from: TurnCandidate, to: TurnCandidate): number {
  const seats = from.seat !== null && from.seat === to.seat ? COST.sameSeat : 0;
  if (from.number === null || to.number === null) return seats;
  const step = to.number - from.number;
  return seats + (step === 1 ? 0 : step > 1 ? COST.gap : COST.backwards);
}

/**
 * Chooses which candidates begin turns: the cheapest reading of the whole text, by dynamic programming over at most
 * 64 candidates ahead. The first candidate always counts. Returns indices in order; empty for no candidates.
 */
export function chooseTurns(text: string, all: readonly TurnCandidate[], textEnd: number): number[] {
  const candidates = all.slice(0, MOST_CANDIDATES);
  const first = candidates[0];
  if (!first) return [];
  const style = first.style;
  const quotes = indexQuotes(text, candidates, textEnd);
  const best: number[] = [];
  const next: number[] = [];
  let skippedToEnd = 0;
  for (let i = candidates.length - 1; i >= 0; i -= 1) {
    const from = candidates[i] as TurnCandidate;
    best[i] = skippedToEnd + quoteCost(quotes, from, textEnd, true);
    next[i] = -1;
    let skipped = 0;
    for (let j = i + 1; j < Math.min(candidates.length, i + 1 + LOOK_AHEAD); j += 1) {
      const to = candidates[j] as TurnCandidate;
      const segment = quoteCost(quotes, from, to.start, false);
      const cost = skipped + segment + stepCost(from, to) + ownCost(to, style) + (best[j] as number);
      if (cost < (best[i] as number)) {
        best[i] = cost;
        next[i] = j;
      }
      skipped += skipCost(to, style);
    }
    skippedToEnd += skipCost(from, style);
  }
  const chosen: number[] = [];
  for (let i = 0; i >= 0; i = next[i] as number) chosen.push(i);
  return chosen;
}

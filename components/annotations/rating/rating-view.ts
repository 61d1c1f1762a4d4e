import { formatInteger } from "#lib/domain/annotations/guidelines/format-integer.ts";
import type { Dimension } from "#lib/domain/dimensions/dimension.ts";
import { bandOf } from "#lib/domain/dimensions/scale.ts";
import type { AgentSeat, Turn } from "#lib/domain/episodes/episode.ts";

/** Both seats, in the order in which a page shows them. */
export const SEATS: readonly AgentSeat[] = [1, 2];

/** What an annotator may know of one agent. Empty string: the source is silent. */
export type RatedAgent = { name: string; background: string; secret: string; goal: string; seenByOther: string | null };

/** An episode as an annotator sees it: no ids, no policies, no models, no ratings of others. */
export type RatedEpisode = {
  scenario: string;
  /** What the two were to each other, in words; null or absent where nothing is told. */
  relationship?: string | null;
  agents: readonly [RatedAgent, RatedAgent];
  turns: readonly Turn[];
};

/** The names by seat. */
export function namesBySeat(agents: readonly [RatedAgent, RatedAgent]): Record<AgentSeat, string> {
  return { 1: agents[0].name, 2: agents[1].name };
}

/** First names where they tell the two apart and are not a title ("Dr."), else the whole names. */
export function shortNames(names: Record<AgentSeat, string>): Record<AgentSeat, string> {
  const first = { 1: firstWord(names[1]), 2: firstWord(names[2]) };
  const isClear = first[1] !== first[2] && !first[1].endsWith(".") && !first[2].endsWith(".");
  return isClear ? first : names;
}

function firstWord(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}

/** A score with its band in words: "−3, worse". */
export function scoreInWords(score: number, dimension: Pick<Dimension, "bands">): string {
  const band = bandOf(score, dimension.bands);
  return band ? `${formatInteger(score)}, ${band.name}` : formatInteger(score);
}

/** A band's stretch in words: "−5 to −3", or one number alone. */
export function bandRange(band: { from: number; to: number }): string {
  return band.from === band.to ? formatInteger(band.from) : `${formatInteger(band.from)} to ${formatInteger(band.to)}`;
}

/** How far one dimension has come: both agents with score and words, some of it, or nothing. */
export type StepState = "done" | "partial" | "open";

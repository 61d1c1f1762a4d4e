import type { Estimate } from "#lib/domain/statistics/estimate.ts";
import {
  type Interval,
  type Measured,
  reasonSentences,
  type UndefinedReason,
} from "#lib/domain/statistics/measured.ts";
import type { ConditionId } from "./conditions.ts";
import type { StudyEpisode } from "./material.ts";
import { asPrinted, printsAs } from "./printed.ts";
import type { ReplicationCell, ReplicationLine } from "./replication.ts";

/** Why a figure cannot be recomputed from these files: the condition has no judge’s ratings. */
export const NO_JUDGE = "the judge’s ratings of these episodes are not among the files";
/** The same where the condition has no ratings at all. */
export const NO_EPISODES = "no rated episode of this condition is among the files";

/** Why there is no figure of judge and people together for a condition. */
export function whyNoJudge(episodes: readonly StudyEpisode[], id: ConditionId): string {
  return episodes.some(({ condition }) => condition === id) ? NO_JUDGE : NO_EPISODES;
}

/** A published figure; null is the dash that the paper prints where a statistic is not defined. */
export function publishedCell(
  value: number | null,
  digits: number,
  reason = "the paper prints no figure",
): ReplicationCell {
  return { value, digits, interval: null, reason: value === null ? reason : "", comparison: null };
}

/** A figure computed as the authors did, compared with the published one (undefined where nothing was published). */
export function recomputedCell(
  computed: Measured | { value: null; reason: string },
  published: number | null | undefined,
  digits: number,
): ReplicationCell {
  const { value } = computed;
  const reason = value === null ? inWords(computed.reason) : "";
  return { value, digits, interval: null, reason, comparison: compare(value, published, digits) };
}

function compare(value: number | null, published: number | null | undefined, digits: number) {
  if (published === undefined) return "unpublished";
  if (value === null || published === null) return value === published ? "same" : "different";
  return printsAs(value, published, digits) ? "same" : "different";
}

/** A figure that the files cannot give. */
export function missingCell(reason: string, digits: number): ReplicationCell {
  return { value: null, digits, interval: null, reason, comparison: "missing" };
}

/** A corrected figure with its interval. */
export function correctedCell(
  estimate: { value: number | null; interval: Interval | null; reason: UndefinedReason | null },
  digits: number,
): ReplicationCell {
  const { value, interval, reason } = estimate;
  const why = reason === null || (value !== null && interval !== null) ? "" : inWords(reason);
  return { value, digits, interval, reason: why, comparison: null };
}

/** A corrected figure that cannot be given, with the reason in words. */
export function absentCell(reason: string, digits: number): ReplicationCell {
  return { value: null, digits, interval: null, reason, comparison: null };
}

/** A corrected p-value of an estimate, or why there is none. */
export function pCell(p: number | null, { reason }: Pick<Estimate, "reason">): ReplicationCell {
  const why = p === null && reason ? inWords(reason) : "";
  return { value: p, digits: 3, interval: null, reason: why, isP: true, comparison: null };
}

function inWords(reason: string): string {
  return reason in reasonSentences ? reasonSentences[reason as UndefinedReason] : reason;
}

/** A line of published, recomputed or corrected cells. */
export function line(kind: ReplicationLine["kind"], label: string, cells: readonly ReplicationCell[]): ReplicationLine {
  return { kind, label, cells };
}

/** Published figures and, right below, what the authors' way gives. `measure` is named where a group has several (“t”). */
export function authorsLines(
  published: readonly ReplicationCell[],
  recomputed: readonly ReplicationCell[],
  measure = "",
): ReplicationLine[] {
  const label = (word: string) => (measure ? `${measure}, ${word}` : `${word[0]?.toUpperCase()}${word.slice(1)}`);
  return [line("published", label("published"), published), line("recomputed", label("recomputed"), recomputed)];
}

/** A line of the corrected version. */
export function correctedLine(label: string, cells: readonly ReplicationCell[]): ReplicationLine {
  return line("corrected", label, cells);
}

/** The figure of a cell that has one, as it is written: with its digits, and “< 0.001” for smaller p-values. */
export function figureText({ value, digits, isP }: ReplicationCell & { value: number }): string {
  return isP && value < 0.001 ? "< 0.001" : asPrinted(value, digits);
}

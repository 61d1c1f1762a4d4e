import type { Turn } from "#lib/domain/episodes/episode.ts";
import { findSelfNaming } from "#lib/domain/episodes/self-naming.ts";

/** What the warnings about drawn items need to know of one episode. */
export type WarnedEpisode = {
  episodeId: string;
  sourceId: string;
  label: string;
  promptMark: string;
  promptMarkReason: string;
  conflictState: string | null;
  /** Equal for one dialogue that is kept under two ids; empty when it was not taken. */
  dialogueHash: string;
  turns: readonly Turn[];
};

/** A place in a transcript where an agent seems to say that it is a program, or which. */
export type SelfNamingFinding = { episodeId: string; label: string; turn: number; agent: 1 | 2; excerpt: string };

/** One episode named in a list of warnings. */
export type WarnedItem = { episodeId: string; sourceId: string; label: string; note: string };

/** What a researcher should look at before launch; none of it forbids a launch. */
export type ItemWarnings = {
  selfNaming: SelfNamingFinding[];
  foreign: WarnedItem[];
  openConflicts: WarnedItem[];
  duplicates: WarnedItem[];
};

/** The most findings listed per kind; a study with more has a problem that a longer list would not show better. */
const MAX_LISTED = 200;

/** Looks through the drawn episodes; lists are in the order of the items, at most {@link MAX_LISTED} each. */
export function itemWarnings(episodes: readonly WarnedEpisode[]): ItemWarnings {
  return {
    selfNaming: episodes.flatMap(selfNamingOf).slice(0, MAX_LISTED),
    foreign: episodes
      .filter((episode) => episode.promptMark === "foreign")
      .map((e) => named(e, e.promptMarkReason))
      .slice(0, MAX_LISTED),
    openConflicts: episodes
      .filter((episode) => episode.conflictState === "open")
      .map((e) => named(e, "Two contents were imported under this id, and nobody has chosen yet."))
      .slice(0, MAX_LISTED),
    duplicates: duplicatesAmong(episodes).slice(0, MAX_LISTED),
  };
}

/** How many things there are to look at. */
export function countWarnings(warnings: ItemWarnings): number {
  const { selfNaming, foreign, openConflicts, duplicates } = warnings;
  return selfNaming.length + foreign.length + openConflicts.length + duplicates.length;
}

function named({ episodeId, sourceId, label }: WarnedEpisode, note: string): WarnedItem {
  return { episodeId, sourceId, label, note };
}

/** One finding per turn is enough to send a reader there. */
function selfNamingOf({ episodeId, label, turns }: WarnedEpisode): SelfNamingFinding[] {
  const found = findSelfNaming([...turns]).map(({ turn, agent, excerpt }) => ({
    episodeId,
    label,
    turn,
    agent,
    excerpt,
  }));
  return found.filter((finding, index) => found.findIndex((other) => other.turn === finding.turn) === index);
}

function duplicatesAmong(episodes: readonly WarnedEpisode[]): WarnedItem[] {
  const first = new Map<string, WarnedEpisode>();
  const found: WarnedItem[] = [];
  for (const episode of episodes) {
    const keys = [`id ${episode.sourceId}`, ...(episode.dialogueHash ? [`dialogue ${episode.dialogueHash}`] : [])];
    const same = keys.map((key) => first.get(key)).find((other) => other !== undefined);
    if (same) found.push(named(episode, sameness(episode, same)));
    for (const key of keys) first.set(key, same ?? episode);
  }
  return found;
}

function sameness(episode: WarnedEpisode, other: WarnedEpisode): string {
  if (episode.sourceId === other.sourceId) return "Another content of the same source id is in the study too.";
  return `Has the same dialogue as the episode ${other.sourceId} in this study.`;
}

import { formatInteger, plural } from "#components/ui/format.ts";
import type { TagTone } from "#components/ui/tag.tsx";
import {
  CONFLICT_KINDS,
  type ConflictChoice,
  type ConflictCounts,
  type ConflictKind,
  type ConflictStanding,
} from "#lib/domain/episodes/import-conflicts.ts";

/** What a record of each kind is called. */
export const RECORD_WORDS: Record<ConflictKind, string> = {
  episode: "episode",
  scenario: "scenario",
  "agent-profile": "character",
  relationship: "relationship",
  "scenario-combo": "pair for a scenario",
};

const MANY: Partial<Record<ConflictKind, string>> = { "scenario-combo": "pairs for a scenario" };

/** Where a conflict stands, as a word with the colour of its mark. */
export const STANDING_WORDS: Record<ConflictStanding, { word: string; tone: TagTone }> = {
  undecided: { word: "Undecided", tone: "warn" },
  newer: { word: "Newer kept", tone: "ok" },
  older: { word: "Older kept", tone: "ok" },
  all: { word: "All kept", tone: "ok" },
  another: { word: "Another version kept", tone: "ok" },
};

/** “12 episodes and 3 scenarios” of those that are open, or decided; empty for none. */
export function conflictsInWords(counts: ConflictCounts, which: "open" | "decided"): string {
  const parts = CONFLICT_KINDS.filter((kind) => counts[kind][which] > 0).map((kind) => {
    const count = counts[kind][which];
    const many = MANY[kind];
    return many && count !== 1 ? `${formatInteger(count)} ${many}` : plural(count, RECORD_WORDS[kind]);
  });
  return parts.length > 1 ? `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}` : (parts[0] ?? "");
}

/** How many conflicts there are, open or decided, over all kinds. */
export function countConflicts(counts: ConflictCounts, which: "open" | "decided"): number {
  return CONFLICT_KINDS.reduce((sum, kind) => sum + counts[kind][which], 0);
}

/** What came of a decision, as sentences. */
export function decidedWords(
  keep: ConflictChoice,
  { decided, bound, isGoingOn }: { decided: number; bound: number; isGoingOn: boolean },
): string {
  const records = plural(decided, "conflict");
  const done = keep === "undecided" ? `${records} undecided again.` : `${records} decided: the ${keep} version counts.`;
  const rest = isGoingOn ? " The others of this file follow in the background; reload to see how far it is." : "";
  const stay =
    bound > 0
      ? ` ${plural(bound, "decision")} stayed, as a launched study goes by ${bound === 1 ? "it" : "them"}.`
      : "";
  return `${done}${rest}${stay}`;
}

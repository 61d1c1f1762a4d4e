import type { DraftConflict } from "#lib/domain/annotations/merge-drafts.ts";
import type { RatingDraft } from "#lib/domain/annotations/rating-draft.ts";

/** Facts about how a page was read, as counted in this tab; they are for the researcher and never used alone. */
export type ReadingSignals = {
  typedCharacters: number;
  pastedCharacters: number;
  turnsSeen: number;
  turnsTotal: number;
  hiddenMs: number;
};

/** One save as it goes over the wire: only the ratings that changed. `activeMs` counts from the last accepted save. */
export type SaveRequest = {
  revision: number;
  changes: RatingDraft[];
  activeMs?: Record<string, number>;
  signals?: ReadingSignals;
};

/** What came of a save. `failed` means that no answer came and the same save will be tried again. */
export type SaveReply =
  | { kind: "saved"; revision: number; savedAt: string; leaseSecondsLeft: number | null }
  | { kind: "stale"; revision: number; ratings: RatingDraft[] }
  /** `isMendable`: another change may put it right (a value was wrong), so the next one is sent again. */
  | { kind: "refused"; message: string; isMendable?: boolean }
  | { kind: "failed"; retryAfterSeconds?: number };

/** What the page says about saving. `idle`: nothing was changed yet. */
export type SaveState = "idle" | "waiting" | "saving" | "saved" | "offline" | "refused";

/** Everything a page needs to know of a draft at one moment. A new object whenever something changed. */
export type DraftSnapshot = {
  /** By {@link ratingKey}; a rating that nobody touched is absent. */
  ratings: Readonly<Record<string, RatingDraft>>;
  revision: number;
  state: SaveState;
  /** ISO time of the last accepted save, or null. */
  savedAt: string | null;
  /** A sentence when the server refused (the episode was submitted elsewhere, a value was wrong), else empty. */
  message: string;
  /** The server takes no more of this draft, whatever is changed: it was submitted or skipped elsewhere. */
  isOver: boolean;
  conflicts: readonly DraftConflict[];
  /** Counts up when the values came from elsewhere (another tab, an earlier crash). */
  takenOver: number;
  /** When the lease ends, on this device's clock (ms), or null when it is unknown. */
  leaseEndsAt: number | null;
};

/** What is kept on the device until the server has it. */
export type StoredDraft = {
  version: 1;
  revision: number;
  base: Record<string, RatingDraft>;
  mine: Record<string, RatingDraft>;
  conflicts: DraftConflict[];
};

/** Where unsaved work survives a crash. Each function is allowed to do nothing (private windows, full disks). */
export type DraftStorage = {
  /** What earlier pages and other tabs left, oldest first; whoever reads it answers for it with the next write or clear. */
  read(): StoredDraft[];
  write(draft: StoredDraft): void;
  clear(): void;
};

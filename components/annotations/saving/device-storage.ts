import type { DraftStorage, StoredDraft } from "./draft-types.ts";

const PREFIX = "rating-draft:";

/**
 * Keeps unsaved work of one assignment in the browser's own storage. Where the browser allows none, it keeps nothing
 * and says nothing: saving to the server works all the same.
 */
export function deviceStorage(assignmentId: string): DraftStorage {
  const key = PREFIX + assignmentId;
  return {
    read: () => quietly(() => parse(localStorage.getItem(key)), null),
    write: (draft) => quietly(() => localStorage.setItem(key, JSON.stringify(draft)), undefined),
    clear: () => quietly(() => localStorage.removeItem(key), undefined),
  };
}

function parse(text: string | null): StoredDraft | null {
  if (!text) return null;
  const draft = JSON.parse(text) as StoredDraft;
  return draft.version === 1 && typeof draft.mine === "object" && Array.isArray(draft.conflicts) ? draft : null;
}

function quietly<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}

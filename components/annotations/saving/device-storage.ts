import type { DraftStorage, StoredDraft } from "./draft-types.ts";

const PREFIX = "rating-draft:";

/**
 * Keeps unsaved work of one assignment in the browser's own storage, each page under a key of its own, so that no tab
 * overwrites another one's. Where the browser allows none, it keeps nothing and says nothing: saving to the server works
 * all the same.
 */
export function deviceStorage(assignmentId: string): DraftStorage {
  const shared = PREFIX + assignmentId;
  const own = `${shared}:${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`;
  let taken: [key: string, text: string][] = [];
  /** Copies that were taken over go once what they held lies elsewhere, unless another tab has written on in one. */
  const dropTaken = () => {
    for (const [key, text] of taken) if (localStorage.getItem(key) === text) localStorage.removeItem(key);
    taken = [];
  };
  return {
    read: () =>
      quietly(() => {
        taken = Object.entries(localStorage)
          .filter(([key]) => key === shared || key.startsWith(`${shared}:`))
          .sort(([one], [other]) => (one < other ? -1 : 1));
        return taken.flatMap(([, text]) => quietly(() => parse(text), []));
      }, []),
    write: (draft) =>
      quietly(() => {
        localStorage.setItem(own, JSON.stringify(draft));
        dropTaken();
      }, undefined),
    clear: () =>
      quietly(() => {
        localStorage.removeItem(own);
        dropTaken();
      }, undefined),
  };
}

function parse(text: string): StoredDraft[] {
  const draft = JSON.parse(text) as StoredDraft;
  return draft.version === 1 && typeof draft.mine === "object" && Array.isArray(draft.conflicts) ? [draft] : [];
}

function quietly<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}

import { Tag, type TagTone } from "#components/ui/tag.tsx";

/** The states of an import of any kind; only a table of ratings waits for its mapping. */
export type ImportState = "mapping" | "queued" | "running" | "completed" | "failed" | "canceled";

const STATES: Record<ImportState, { word: string; tone: TagTone }> = {
  mapping: { word: "Needs its columns named", tone: "warn" },
  queued: { word: "Waiting", tone: "plain" },
  running: { word: "Running", tone: "accent" },
  completed: { word: "Done", tone: "ok" },
  failed: { word: "Failed", tone: "bad" },
  canceled: { word: "Stopped", tone: "plain" },
};

const REFUSED: { word: string; tone: TagTone } = { word: "Refused", tone: "bad" };

/** Whether an import is still to change by itself. */
export function isUnderWay(state: ImportState): boolean {
  return state === "queued" || state === "running";
}

/** The state of an import as a word with a mark. One that is done and of which nothing was taken `isRefused`. */
export function ImportStateTag({ state, isRefused }: { state: ImportState; isRefused: boolean }) {
  const { word, tone } = isRefused && state === "completed" ? REFUSED : STATES[state];
  return <Tag tone={tone}>{word}</Tag>;
}

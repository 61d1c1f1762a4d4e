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

/** Whether an import is still to change by itself. */
export function isUnderWay(state: ImportState): boolean {
  return state === "queued" || state === "running";
}

/** The state of an import as a word with a mark. */
export function ImportStateTag({ state }: { state: ImportState }) {
  const { word, tone } = STATES[state];
  return <Tag tone={tone}>{word}</Tag>;
}

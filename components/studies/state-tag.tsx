import { Tag } from "#components/ui/tag.tsx";
import type { StudyState } from "#lib/domain/studies/lifecycle.ts";
import { STATE_WORDS } from "./study-words.ts";

const TONES = { draft: "plain", running: "ok", paused: "warn", closed: "plain" } as const;

/** Where a study stands, as a word. */
export function StateTag({ state }: { state: StudyState }) {
  return <Tag tone={TONES[state]}>{STATE_WORDS[state]}</Tag>;
}

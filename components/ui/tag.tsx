import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

/** What a tag's colour goes with: nothing, the matter in hand, what is well, what needs a look, what is wrong. */
export type TagTone = "plain" | "accent" | "ok" | "warn" | "bad";

/** A short word beside something: its state or kind. The word carries the meaning, never the colour. */
export function Tag({ children, tone = "plain" }: { children: ReactNode; tone?: TagTone }) {
  return (
    <span
      className={classNames(
        // As high as a line of the text beside it, so that it moves nothing there.
        "-my-0.5 inline-flex h-6 items-center gap-1.5 rounded-full border px-2 text-xs font-medium whitespace-nowrap",
        tone === "plain" && "border-line bg-sunken text-ink-2",
        tone === "accent" && "border-accent/40 bg-accent-soft text-accent",
        tone === "ok" && "border-ok/40 text-ok",
        tone === "warn" && "border-warn/50 bg-warn-soft text-warn",
        tone === "bad" && "border-bad/50 bg-bad-soft text-bad",
      )}
    >
      {children}
    </span>
  );
}

/** Marks what was written for the demonstration and is not data. */
export function DemoTag() {
  return <Tag tone="accent">Demo</Tag>;
}

import type { ReactNode } from "react";

/**
 * What an import takes and what it does with it, for somebody with a file in hand: `intro` says how files are told apart,
 * `children` are the terms and descriptions of what is taken, `note` says what becomes of it.
 */
export function AcceptedFiles({ intro, note, children }: { intro: string; note: string; children: ReactNode }) {
  return (
    <section aria-labelledby="shapes" className="text-sm">
      <h2 id="shapes" className="text-lg">
        What can be imported
      </h2>
      <p className="mt-1 max-w-[65ch] text-ink-2">{intro}</p>
      <dl className="mt-3 grid max-w-[74ch] gap-x-6 gap-y-2 sm:grid-cols-[max-content_1fr]">{children}</dl>
      <p className="mt-3 max-w-[65ch] text-ink-2">{note}</p>
    </section>
  );
}

import type { LaunchCheck } from "#lib/domain/studies/launch-checklist.ts";

const MARKS = {
  blocker: { mark: "×", word: "To do", tone: "text-bad" },
  advice: { mark: "!", word: "Worth a look", tone: "text-warn" },
  ready: { mark: "✓", word: "Ready", tone: "text-ok" },
} as const;

/** What to know before launching, one line each: a mark, the word for it, and the sentence. */
export function LaunchChecks({ checks }: { checks: readonly LaunchCheck[] }) {
  return (
    <ul className="max-w-[68ch]">
      {checks.map((check) => {
        const { mark, word, tone } = MARKS[check.level];
        return (
          <li
            key={check.id}
            className="grid grid-cols-[1.25rem_minmax(0,1fr)] border-line border-b py-2.5 last:border-b-0"
          >
            <span aria-hidden="true" className={`font-semibold ${tone}`}>
              {mark}
            </span>
            <p className="text-sm">
              <span className={`font-semibold ${tone}`}>{word}.</span> {check.text}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

import { buttonClasses } from "#components/ui/button-classes.ts";

const KEYS: [string, string][] = [
  ["Tab", "to the next scale, box or text"],
  ["Arrow keys", "along a scale"],
  ["Space", "make a turn evidence, or take it away"],
  ["Ctrl + Enter", "to the next dimension, also while writing"],
  ["?", "this help, while not writing"],
  ["Esc", "close what is open"],
];

/** Help in the same place on every page of a visit: keys, how to come back, whom to ask, and the way out of an episode. */
export function HelpMenu({ contact, hasSkip, hasKeys }: { contact: string; hasSkip: boolean; hasKeys: boolean }) {
  return (
    <details id="help" className="rating-help relative">
      <summary className={`${buttonClasses("secondary", "sm")} list-none [&::-webkit-details-marker]:hidden`}>
        Help
      </summary>
      <div className="absolute right-0 z-40 mt-1 max-h-[75vh] w-[min(22rem,calc(100vw-2rem))] overflow-y-auto rounded-surface border border-line bg-surface p-4 text-sm shadow-lg">
        {hasKeys ? (
          <div className="mb-4 pointer-coarse:hidden">
            <h2 className="font-semibold">With the keyboard</h2>
            <dl className="mt-2 grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1.5">
              {KEYS.map(([keys, does]) => (
                <div key={keys} className="contents">
                  <dt>
                    <kbd className="rounded border border-line-strong bg-sunken px-1.5 py-0.5 font-ui text-xs whitespace-nowrap">
                      {keys}
                    </kbd>
                  </dt>
                  <dd className="text-ink-2">{does}</dd>
                </div>
              ))}
            </dl>
          </div>
        ) : null}
        <h2 className="font-semibold">Leave and come back</h2>
        <p className="mt-1 text-ink-2">
          What you did is saved. Open your study link again, on any device, and you are where you were.
        </p>
        <h2 className="mt-4 font-semibold">Questions</h2>
        <p className="mt-1 text-ink-2 [overflow-wrap:anywhere]">{contact || "Write to whoever gave you the link."}</p>
        {hasSkip ? (
          <button
            type="submit"
            form="rating-form"
            name="go"
            value="skip"
            className={`${buttonClasses("secondary", "sm")} mt-4`}
          >
            Skip this conversation…
          </button>
        ) : null}
      </div>
    </details>
  );
}

import { buttonClasses } from "#components/ui/button-classes.ts";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { plural } from "#components/ui/format.ts";

/** Amounts as people write them: 450 minor units of USD are $4.50. */
function money({ minor, currency }: { minor: number; currency: string }): string {
  const digits =
    new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  return new Intl.NumberFormat("en", { style: "currency", currency }).format(minor / 10 ** digits);
}

/**
 * Consent: the text, what taking part means in numbers, a box that must be ticked by hand, and a way out that asks for
 * no tick. A native form with two buttons.
 */
export function ConsentForm({
  action,
  title,
  body,
  tick,
  decline,
  version,
  facts,
  isTickMissing,
}: {
  action: string;
  title: string;
  /** Paragraphs divided by blank lines. */
  body: string;
  tick: string;
  decline: string;
  version: string;
  facts: { items: number; minutes: number; reward: { minor: number; currency: string } | null };
  isTickMissing: boolean;
}) {
  const problem = "Tick the box to take part, or choose not to.";
  return (
    <>
      {isTickMissing ? (
        <div className="mb-6">
          <ErrorSummary items={[{ message: problem, href: "#agree" }]} />
        </div>
      ) : null}
      <h1 className="text-2xl">{title}</h1>
      <p className="mt-2 text-ink-2">
        {plural(facts.items, "conversation")} · about {plural(facts.minutes, "minute")}
        {facts.reward ? ` · ${money(facts.reward)}` : ""}
      </p>
      <div className="prose-text mt-6">
        {body.split(/\n{2,}/).map((paragraph) => (
          <p key={paragraph} className="whitespace-pre-wrap">
            {paragraph}
          </p>
        ))}
      </div>
      <p className="mt-4 text-xs text-ink-3">Version {version} of this text</p>
      <form method="post" action={action} className="mt-8 border-line border-t pt-6">
        {isTickMissing ? (
          <p id="agree-error" className="mb-2 text-sm font-semibold text-bad">
            {problem}
          </p>
        ) : null}
        <div className="flex items-start gap-3">
          <input
            id="agree"
            name="agree"
            type="checkbox"
            value="yes"
            required
            aria-invalid={isTickMissing || undefined}
            aria-describedby={isTickMissing ? "agree-error" : undefined}
            className="mt-0.5 size-6 shrink-0 accent-accent"
          />
          <label htmlFor="agree" className="text-lg leading-normal font-medium">
            {tick}
          </label>
        </div>
        <div className="mt-6 flex flex-wrap gap-3">
          <button type="submit" name="decision" value="accept" className={buttonClasses("primary")}>
            Take part
          </button>
          <button type="submit" name="decision" value="decline" formNoValidate className={buttonClasses("secondary")}>
            {decline}
          </button>
        </div>
      </form>
    </>
  );
}

import { useId } from "react";
import { Link } from "#components/ui/link.tsx";
import type { ViewName } from "#lib/domain/analysis/findings/views.ts";
import { MeasureFacts } from "./measure-facts.tsx";
import { VIEW_MEASURES } from "./view-measures.ts";

/**
 * At the foot of a view: what each of its measures says, and folded how it is read, with an example. Nothing for a view
 * without measures. Rendered on the server, so that no browser loads the texts as a program.
 */
export function MeasureHelp({ view, title = "How these numbers are made" }: { view: ViewName; title?: string }) {
  const heading = useId();
  const measures = VIEW_MEASURES[view];
  if (measures.length === 0) return null;
  return (
    <section aria-labelledby={heading} className="mt-10 border-line border-t pt-4">
      <h2 id={heading} className="text-lg">
        {title}
      </h2>
      <ul className="mt-3 grid gap-x-10 gap-y-4 text-sm lg:grid-cols-2">
        {measures.map(({ card, heads, here }) => (
          <li key={card.id} className="min-w-0">
            <p className="max-w-[70ch] text-ink-2">
              <strong className="font-semibold text-ink">
                {heads ? `${heads.join(", ")}: ` : ""}
                {card.name}.
              </strong>{" "}
              {card.meaning}
              {here ? ` ${here}` : ""}
            </p>
            <details className="mt-0.5 [&:not([open])]:print:hidden">
              <summary className="w-fit rounded-control py-0.5 text-ink-2 hover:text-ink">
                Values, example and source<span className="sr-only"> of {card.name}</span>
              </summary>
              <MeasureFacts card={card} />
            </details>
          </li>
        ))}
      </ul>
      <p className="mt-4 text-sm print:hidden">
        <Link href="/analysis/measures" className="link">
          All measures
        </Link>
      </p>
    </section>
  );
}

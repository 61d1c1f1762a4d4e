import { createElement } from "react";
import { formatInteger } from "#lib/domain/annotations/guidelines/format-integer.ts";
import type { DimensionGuideline, RationaleExample } from "#lib/domain/annotations/guidelines/types.ts";
import type { Dimension } from "#lib/domain/dimensions/dimension.ts";
import { dimensionTextClass } from "../dimension-name.tsx";
import { bandRange, scoreInWords } from "../rating/rating-view.ts";
import { ScaleStrip } from "./scale-strip.tsx";

/**
 * The guidelines of one dimension: what it asks, the scale with every band named and explained, and reasons that are
 * good and poor with the reason why. `headingLevel` is that of its title.
 */
export function DimensionPage({
  dimension,
  page,
  headingLevel,
}: {
  dimension: Dimension;
  page: DimensionGuideline;
  headingLevel: 1 | 2 | 3;
}) {
  const { good, poor } = page.rationales;
  const range = `${formatInteger(dimension.min)} to ${formatInteger(dimension.max)}`;
  const heading = (text: string) => createElement(`h${headingLevel + 1}`, { className: "mt-8 text-lg" }, text);
  return (
    <article>
      {createElement(
        `h${headingLevel}`,
        { className: `text-2xl ${dimensionTextClass(dimension.hue)}` },
        dimension.name,
      )}
      <div className="prose-text mt-3">
        {page.asks.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      {heading("The scale")}
      {dimension.direction ? <p className="mt-1 mb-3 text-ink-2">{dimension.direction}</p> : null}
      <ScaleStrip scale={dimension} label={`A scale of whole numbers from ${range}`} />
      <dl className="mt-4 grid max-w-[44rem] gap-x-6 gap-y-3 sm:grid-cols-[11rem_1fr]">
        {page.bands.map((band) => (
          <div key={band.from} className="contents">
            <dt>
              <span className="block text-sm text-ink-2 tabular-nums">{bandRange(band)}</span>
              <span className="font-semibold">{band.name}</span>
            </dt>
            <dd className="font-text text-lg max-sm:mb-2">{band.meaning}</dd>
          </div>
        ))}
      </dl>
      {good.length > 0 ? heading("Reasons that help") : null}
      {good.map((example) => (
        <Example key={example.rationale} example={example} dimension={dimension} isGood />
      ))}
      {poor.length > 0 ? heading("Reasons that do not") : null}
      {poor.map((example) => (
        <Example key={example.rationale} example={example} dimension={dimension} isGood={false} />
      ))}
    </article>
  );
}

function Example({ example, dimension, isGood }: { example: RationaleExample; dimension: Dimension; isGood: boolean }) {
  return (
    <figure className="mt-4 max-w-[44rem] border-line border-t pt-3">
      <p className="text-sm text-ink-2">{example.situation}</p>
      <blockquote className="mt-2 font-text text-lg">
        <span className="font-ui text-base font-semibold">{scoreInWords(example.score, dimension)}.</span> “
        {example.rationale}”
      </blockquote>
      <figcaption className="mt-2 text-sm">
        <b className="font-semibold">{isGood ? "Why it helps: " : "Why it does not: "}</b>
        {example.why}
      </figcaption>
    </figure>
  );
}

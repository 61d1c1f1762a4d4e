import type { ReadCard } from "#lib/domain/statistics/measure-cards.ts";

/** How a measure is read: its values, where it has none, an example that can be worked by hand, its source. */
export function MeasureFacts({ card }: { card: ReadCard }) {
  const { words, value } = card.example;
  return (
    <dl className="mt-2 grid max-w-[65ch] gap-x-4 text-sm text-ink-2 sm:grid-cols-[max-content_1fr] sm:gap-y-1">
      <Fact name="Values" text={card.range} />
      <Fact name="No number where" text={card.undefinedWhen} />
      <Fact name="Example" text={`${words} ${value === null ? "No value." : `Gives ${exampleNumber(value)}.`}`} />
      <Fact name="Source" text={card.source} />
    </dl>
  );
}

function Fact({ name, text }: { name: string; text: string }) {
  return (
    <>
      <dt className="font-medium text-ink">{name}</dt>
      <dd className="mb-1.5 [overflow-wrap:anywhere] sm:mb-0">{text}</dd>
    </>
  );
}

/** At most three decimals, with a true minus sign. */
function exampleNumber(value: number): string {
  return String(Number(value.toFixed(3))).replace("-", "−");
}

import type { ReadCard } from "#lib/domain/statistics/measure-cards.ts";

/** The measures under one question: what each says, how it is read, and an example that can be worked by hand. */
export function MeasureList({ title, cards }: { title: string; cards: readonly ReadCard[] }) {
  return (
    <section>
      <h2 className="text-lg">{title}</h2>
      <div className="mt-3 grid gap-x-10 gap-y-8 lg:grid-cols-2">
        {cards.map((card) => (
          <Measure key={card.id} card={card} />
        ))}
      </div>
    </section>
  );
}

function Measure({ card }: { card: ReadCard }) {
  const { words, value } = card.example;
  return (
    <article id={card.id} className="scroll-mt-20 border-line border-t pt-3">
      <h3 className="font-semibold">{card.name}</h3>
      <p className="mt-1 max-w-[65ch] font-text">{card.meaning}</p>
      <dl className="mt-2 grid max-w-[65ch] grid-cols-[max-content_1fr] gap-x-4 gap-y-1 text-sm text-ink-2">
        <Fact name="Values" text={card.range} />
        <Fact name="No number where" text={card.undefinedWhen} />
        <Fact name="Example" text={`${words} ${value === null ? "No value." : `Gives ${exampleNumber(value)}.`}`} />
        <Fact name="Source" text={card.source} />
      </dl>
    </article>
  );
}

function Fact({ name, text }: { name: string; text: string }) {
  return (
    <>
      <dt className="font-medium text-ink">{name}</dt>
      <dd>{text}</dd>
    </>
  );
}

/** At most three decimals, with a true minus sign. */
function exampleNumber(value: number): string {
  return String(Number(value.toFixed(3))).replace("-", "−");
}

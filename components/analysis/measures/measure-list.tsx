import type { ReadCard } from "#lib/domain/statistics/measure-cards.ts";
import { MeasureFacts } from "./measure-facts.tsx";

/** The measures under one question: what each says, how it is read, and an example that can be worked by hand. */
export function MeasureList({ title, cards }: { title: string; cards: readonly ReadCard[] }) {
  return (
    <section>
      <h2 className="text-lg">{title}</h2>
      <div className="mt-3 grid gap-x-10 gap-y-8 lg:grid-cols-2">
        {cards.map((card) => (
          <article key={card.id} id={card.id} className="scroll-mt-20 border-line border-t pt-3">
            <h3 className="font-semibold">{card.name}</h3>
            <p className="mt-1 max-w-[65ch] font-text">{card.meaning}</p>
            <MeasureFacts card={card} />
          </article>
        ))}
      </div>
    </section>
  );
}

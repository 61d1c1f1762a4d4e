import type { MeasureCard } from "#lib/domain/statistics/measure-card.ts";

/** A card, the functions that it explains, and the value that they give for its example. */
export type Worked = { card: MeasureCard; estimators: readonly string[]; value: number | null };

/** Works the example of a card with the function that it explains; further functions give the same measure otherwise. */
export function worked<Input>(
  card: MeasureCard<Input>,
  estimators: readonly { name: string }[],
  compute: (input: Input) => number | null | undefined,
): Worked {
  return {
    card: card as MeasureCard,
    estimators: estimators.map(({ name }) => name),
    value: compute(card.example.input) ?? null,
  };
}

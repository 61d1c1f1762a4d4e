import { plural } from "#components/ui/format.ts";

function leftOut(count: number, before: string, after: string): string {
  return count > 0
    ? `${plural(count, "episode")} left out because ${before} ${count === 1 ? "it" : "them"} ${after}`
    : "";
}

/** What a draw passed over and why, a clause for each reason; empty when it took everything. */
export function leftOutWords(draw: { foreignLeftOut: number; undecidedLeftOut: number }): string[] {
  const { foreignLeftOut, undecidedLeftOut } = draw;
  return [
    leftOut(
      foreignLeftOut,
      "the prompt stored with",
      "is about another episode, so that dialogue and scenario may not fit",
    ),
    leftOut(undecidedLeftOut, "another content of", "was imported too and nobody has chosen yet"),
  ].filter(Boolean);
}

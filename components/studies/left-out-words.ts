import { plural } from "#components/ui/format.ts";

/** What a draw passed over and why, a clause for each reason; empty when it took everything. */
export function leftOutWords(draw: { foreignLeftOut: number; undecidedLeftOut: number }): string[] {
  const { foreignLeftOut, undecidedLeftOut } = draw;
  return [
    foreignLeftOut > 0 ? `${plural(foreignLeftOut, "episode")} left out because of a foreign prompt` : "",
    undecidedLeftOut > 0 ? `${plural(undecidedLeftOut, "episode")} left out because of an undecided conflict` : "",
  ].filter(Boolean);
}

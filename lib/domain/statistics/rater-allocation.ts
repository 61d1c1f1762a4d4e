import { type Measured, measured, notDefined } from "./measured.ts";

/** Parts of the variance of one rating's difference J - H: of episodes, of agents in an episode, of a single human. */
export type BiasVariance = { episode: number; cell: number; human: number };

/** A design: `episodes` with `cellsPerEpisode` agents, each rated by `ratersPerCell` humans. */
export type RaterDesign = { episodes: number; cellsPerEpisode: number; ratersPerCell: number };

/** Variance of the bias that a design gives: s²_ep/G + s²_cell/(G·m) + s²_h/(G·m·k). */
export function biasVariance({ episode, cell, human }: BiasVariance, design: RaterDesign): number {
  const { episodes, cellsPerEpisode, ratersPerCell } = design;
  return (episode + (cell + human / ratersPerCell) / cellsPerEpisode) / episodes;
}

/**
 * Raters per cell that give the surest bias for a fixed budget, (1/m)·√((c_episode/c_rating)·s²_h/(s²_ep + s²_cell/m)),
 * not rounded and never below 1. With episodes that cost nothing beside their ratings it is 1: more episodes beat more
 * raters. Costs are in any one unit, `costPerRating` above 0. Not defined when neither episodes nor agents vary
 * (`no_variation`): then one episode could take all raters.
 */
export function bestRatersPerCell(
  { episode, cell, human }: BiasVariance,
  cellsPerEpisode: number,
  { costPerEpisode, costPerRating }: { costPerEpisode: number; costPerRating: number },
): Measured {
  const gain = (costPerEpisode / costPerRating) * human;
  if (gain === 0) return measured(1);
  const shared = episode + cell / cellsPerEpisode;
  if (shared === 0) return notDefined("no_variation");
  return measured(Math.max(1, Math.sqrt(gain / shared) / cellsPerEpisode));
}

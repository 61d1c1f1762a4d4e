import type { MeasureCard } from "./measure-card.ts";
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

/** The card of “Variance of a bias by design”. */
export const biasVarianceCard: MeasureCard<{ variance: BiasVariance; design: RaterDesign }> = {
  id: "bias_variance",
  name: "Variance of a bias by design",
  meaning:
    "How unsure a bias is after so many episodes with so many agents and raters each. More raters reduce only their own part.",
  range: "Above 0, in squared points; the standard error is its root.",
  undefinedWhen: "Never.",
  source: "Variance components of a nested design",
  example: {
    words:
      "Components 0.5 (episode), 1 (agent) and 4 (rater); 10 episodes, 2 agents, 2 raters: (0.5 + (1 + 4/2)/2)/10.",
    input: {
      variance: { episode: 0.5, cell: 1, human: 4 },
      design: { episodes: 10, cellsPerEpisode: 2, ratersPerCell: 2 },
    },
    value: 0.2,
  },
};

/** The card of “Raters for one item”. */
export const bestRatersCard: MeasureCard<{
  variance: BiasVariance;
  cellsPerEpisode: number;
  costPerEpisode: number;
  costPerRating: number;
}> = {
  id: "best_raters_per_item",
  name: "Raters for one item",
  meaning:
    "How many people should rate an item so that a budget gives the surest bias. It is 1 unless an episode costs much beside a rating.",
  range: "1 and more, not rounded.",
  undefinedWhen: "Neither episodes nor agents vary.",
  source: "Optimum of a nested design under cost, Cochran 1977",
  example: {
    words: "Components 0.5, 1 and 4, two agents, an episode as dear as 4 ratings: √(4 · 4/1)/2.",
    input: { variance: { episode: 0.5, cell: 1, human: 4 }, cellsPerEpisode: 2, costPerEpisode: 4, costPerRating: 1 },
    value: 2,
  },
};

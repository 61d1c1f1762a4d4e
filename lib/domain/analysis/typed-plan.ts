import { z } from "zod";
import { sampleSizeForDifference } from "#lib/domain/statistics/power.ts";
import { poweredSampleSize } from "#lib/domain/statistics/prediction-powered-size.ts";
import { bestRatersPerCell } from "#lib/domain/statistics/rater-allocation.ts";
import { sampleSizeForMean } from "#lib/domain/statistics/sample-size.ts";

import { USUAL_SPREAD } from "./usual-spread.ts";

/** A number within limits; what is not one is what stands in `usual`. */
const within = (min: number, max: number, usual: number) => z.coerce.number().min(min).max(max).catch(usual);
const wholeWithin = (min: number, max: number, usual: number) => z.coerce.number().int().min(min).max(max).catch(usual);

/**
 * What somebody assumes before there are data. Spreads, aim and difference are points of the scale; costs are in any one
 * unit. Anything that does not read takes its usual value, so that every address shows a plan.
 */
const planAssumptionsSchema = z.object({
  /** Standard deviation of J − H with one rating per cell. */
  sd: within(0.1, 20, USUAL_SPREAD.sd),
  /** How alike the differences of one episode are. */
  rho: within(0, 1, USUAL_SPREAD.rho),
  /** Agents of an episode that are rated. */
  cells: wholeWithin(1, 20, USUAL_SPREAD.cellsPerCluster),
  /** People who rate each episode. */
  raters: wholeWithin(1, 20, 1),
  /** Standard deviation of single people's ratings of one cell. */
  personSd: within(0, 20, 1),
  /** Half-width of the interval of the bias that is aimed at. */
  target: within(0.05, 10, 0.5),
  /** A true difference between two policies that is to be found. */
  difference: within(0.05, 10, 1),
  /** Cost of one more episode, and of one person rating one. */
  perEpisode: within(0, 1_000_000, 0),
  perAnnotation: within(0.01, 1_000_000, 1),
  /** How well the judge follows people, as a correlation, and how many cells it has scored. */
  correlation: within(-1, 1, 0.5),
  pool: wholeWithin(2, 10_000_000, 1000),
});
export type PlanAssumptions = z.output<typeof planAssumptionsSchema>;

/** The names of the assumptions, as they stand in an address. */
const PLAN_FIELDS = Object.keys(planAssumptionsSchema.shape) as (keyof PlanAssumptions)[];

/** Reads assumptions from the fields of an address, decimal commas too; what does not read takes its usual value. */
export function readAssumptions(read: (name: string) => string | undefined): PlanAssumptions {
  const given = PLAN_FIELDS.map((name) => [name, read(name)?.trim().replace(",", ".") || undefined]);
  return planAssumptionsSchema.parse(Object.fromEntries(given));
}

/** Episodes of an aim, with what people have to do for it and what that costs. */
export type PlannedWork = { episodes: number; annotations: number; cost: number };

/** What assumptions lead to. */
export type TypedPlan = {
  /** Spread and likeness of the mean of all raters of a cell, and the design effect. */
  sd: number;
  rho: number;
  designEffect: number;
  /** For the bias within the aim. */
  bias: PlannedWork;
  /** Per policy, to find the difference with chance 0.8 at 5 %. */
  difference: PlannedWork;
  /** Raters per cell that give the surest bias for the same money, not rounded; null where the spread lies in people alone. */
  bestRaters: number | null;
  /** Cells to label with the judge's help instead of `classical` without it; null where the judge scored fewer. */
  powered: { classical: number; labels: number | null };
};

/** Computes a plan from assumptions (specification of statistics, section 12). */
export function planFrom(assumptions: PlanAssumptions): TypedPlan {
  const { cells, raters, target, correlation, pool } = assumptions;
  const { sd, rho, parts } = spreadOfMeans(assumptions);
  const design = { sd, rho, cellsPerCluster: cells };
  const bias = sampleSizeForMean({ ...design, halfWidth: target });
  const difference = sampleSizeForDifference({ ...design, difference: assumptions.difference });
  const costs = { costPerEpisode: assumptions.perEpisode, costPerRating: assumptions.perAnnotation / cells };
  const workOf = ({ clusters }: { clusters: number }): PlannedWork => ({
    episodes: clusters,
    annotations: clusters * raters,
    cost: clusters * (assumptions.perEpisode + raters * assumptions.perAnnotation),
  });
  const labels = bias.cells > pool ? null : poweredSampleSize(correlation, bias.cells, pool).labels;
  return {
    sd,
    rho,
    designEffect: bias.designEffect,
    bias: workOf(bias),
    difference: workOf(difference),
    bestRaters: bestRatersPerCell(parts, cells, costs).value,
    powered: { classical: bias.cells, labels },
  };
}

/**
 * The variance of one rating taken apart into episode, cell and person, and what is left when each cell is the mean of
 * several people: s² = s²_episode + s²_cell + s²_person/k. Of people no more than the episode leaves.
 */
function spreadOfMeans({ sd, rho, raters, personSd }: PlanAssumptions) {
  const episode = rho * sd * sd;
  const human = Math.min(personSd * personSd, sd * sd - episode);
  const cell = sd * sd - episode - human;
  const variance = episode + cell + human / raters;
  return { sd: Math.sqrt(variance), rho: episode / variance, parts: { episode, cell, human } };
}

import { type Clusters, clusterSizes, clusterSums, countFilled } from "./clusters.ts";
import type { MeasureCard } from "./measure-card.ts";

/**
 * How many independent trials a share from clustered ones is worth, p(1 − p) over its CR1 variance, at least the number of
 * clusters and at most that of trials: what an interval of the share takes for n. `hits` are 0 or 1. Where no hit or
 * nothing but hits tell the spread, clusters count. 0 for no trial. Korn & Graubard 1998.
 */
export function effectiveCount(hits: ArrayLike<number>, clusters: Clusters): number {
  const n = hits.length;
  const filled = countFilled(clusterSizes(clusters));
  if (filled < 2) return filled;
  let sum = 0;
  for (let i = 0; i < n; i += 1) sum += hits[i]!;
  const share = sum / n;
  if (share === 0 || share === 1) return filled;
  const squares = clusterSums(hits, clusters, share).reduce((total, part) => total + part * part, 0);
  const variance = ((filled / (filled - 1)) * squares) / (n * n);
  return variance === 0 ? n : Math.min(n, Math.max(filled, (share * (1 - share)) / variance));
}

/** The card of “Effective number of items”. */
export const effectiveCountCard: MeasureCard<{ clusters: number[][] }> = {
  id: "effective_count",
  name: "Effective number of items",
  meaning:
    "How many independent items a share is worth when items of one episode tend to come out alike. Its interval is as wide as if there were so many.",
  range: "The number of episodes (items of one always come out alike) to the number of items.",
  undefinedWhen: "There is no item.",
  source: "p(1 − p) over the variance by cluster; Korn & Graubard 1998",
  example: {
    words: "Four episodes of two items each, in which both come out alike: yes, no, yes, no. Clusters count.",
    input: {
      clusters: [
        [1, 1],
        [0, 0],
        [1, 1],
        [0, 0],
      ],
    },
    value: 4,
  },
};

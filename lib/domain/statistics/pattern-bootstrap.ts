import { type BootstrapInterval, bootstrapInterval, distributionOf, forEachResampleOfKinds } from "./bootstrap.ts";
import type { ItemPatterns, PatternStatistic } from "./item-patterns.ts";
import type { Measured } from "./measured.ts";

/** What an interval depends on beside the data; `pause` as in resampling, on which no number depends. */
export type BootstrapOptions = { resamples: number; seed: number; confidence: number; pause?: () => void };

/** How many clusters carry information about a coefficient, where that is not every cluster with a pair of ratings. */
export type InformativeClusters<Name extends string> = Partial<Record<Name, number>>;

/**
 * The episode bootstrap of several coefficients of the same items at once: every resample is drawn and counted once, and
 * each coefficient reads the counts. Answers one interval per coefficient, under its name. A resample costs one addition
 * per episode and then O(patterns) per coefficient. Statistics.md 2.9.
 */
export function patternBootstrap<Name extends string>(
  patterns: ItemPatterns,
  coefficients: Readonly<Record<Name, PatternStatistic<Measured>>>,
  options: BootstrapOptions,
  informative: InformativeClusters<Name> = {},
): Record<Name, BootstrapInterval & { estimate: Measured }> {
  const names = Object.keys(coefficients) as Name[];
  const values = new Map(names.map((name) => [name, [] as (number | null)[]]));
  const { kindOf, kinds } = clusterKinds(patterns);
  const counts = new Int32Array(patterns.patterns.length);
  forEachResampleOfKinds(kindOf, kinds.length, options, (drawn) => {
    counts.fill(0);
    kinds.forEach((kind, index) => {
      const times = drawn[index] as number;
      if (times > 0) for (const pattern of kind) counts[pattern]! += times;
    });
    for (const name of names) values.get(name)?.push(coefficients[name](counts).value);
  });
  const intervalOf = (name: Name) => {
    const estimate = coefficients[name](patterns.counts);
    const clusters = informative[name] ?? patterns.pairedClusters;
    if (estimate.value === null) return { ...withoutEstimate(estimate.reason, options.resamples, clusters), estimate };
    const distribution = distributionOf(values.get(name) ?? []);
    return {
      ...bootstrapInterval(estimate.value, distribution, { clusters, confidence: options.confidence }),
      estimate,
    };
  };
  return Object.fromEntries(names.map((name) => [name, intervalOf(name)])) as ReturnType<typeof patternBootstrap<Name>>;
}

function withoutEstimate(reason: BootstrapInterval["reason"], resamples: number, clusters: number): BootstrapInterval {
  return { interval: null, reason, method: "percentile", resamples, undefinedCount: resamples, clusters, se: null };
}

/** How many items of the drawn clusters have each pattern; an item of a cluster drawn twice counts twice. */
export function countPatterns({ patternOf, clusterStarts, patterns }: ItemPatterns, drawn: Int32Array): Int32Array {
  const counts = new Int32Array(patterns.length);
  for (let place = 0; place < drawn.length; place += 1) {
    const cluster = drawn[place] as number;
    const end = clusterStarts[cluster + 1] as number;
    for (let item = clusterStarts[cluster] as number; item < end; item += 1) counts[patternOf[item] as number]! += 1;
  }
  return counts;
}

/**
 * Episodes whose items have the same patterns are interchangeable: `kinds` are the patterns of each kind of episode. Kinds
 * and episodes are put in an order of their content, so that the order in which data arrive does not move an interval.
 */
function clusterKinds({ patterns, patternOf, clusterStarts }: ItemPatterns): {
  kindOf: Int32Array;
  kinds: Int32Array[];
} {
  const byContent = Array.from(patterns.keys()).sort((a, b) => compareText(textOf(patterns[a]), textOf(patterns[b])));
  const places = new Int32Array(patterns.length);
  byContent.forEach((pattern, place) => {
    places[pattern] = place;
  });
  const clustersOf = new Map<string, { places: Int32Array; clusters: number }>();
  for (let cluster = 0; cluster + 1 < clusterStarts.length; cluster += 1) {
    const own = patternOf.subarray(clusterStarts[cluster], clusterStarts[cluster + 1]);
    const kind = own.map((pattern) => places[pattern] as number).sort();
    const known = clustersOf.get(kind.join()) ?? { places: kind, clusters: 0 };
    known.clusters += 1;
    clustersOf.set(kind.join(), known);
  }
  const sorted = [...clustersOf].sort(([a], [b]) => compareText(a, b)).map(([, kind]) => kind);
  return {
    kindOf: Int32Array.from(sorted.flatMap(({ clusters }, kind) => new Array<number>(clusters).fill(kind))),
    kinds: sorted.map(({ places: own }) => own.map((place) => byContent[place] as number)),
  };
}

function textOf(pattern: Int32Array | undefined): string {
  return pattern?.join() ?? "";
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

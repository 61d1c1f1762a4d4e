/** How many categories (scenarios, partners) the labelled items lie in, of those that all items lie in. */
export type Coverage = {
  labelled: number;
  all: number;
  /** How many a random draw of as many items would reach on average. */
  expected: number;
  /** So few that no random draw of items is to be believed. */
  isUnlikely: boolean;
  /** No category holds both labelled and other items, as where whole categories were drawn. */
  isWhole: boolean;
};

/** A random draw falls this many standard deviations short of its mean less than once in ten thousand times. */
const UNLIKELY_BY = 4;

/**
 * Compares labelled items with all items by a category: `category[i]` of item i (below 0 where nobody knows, which leaves it
 * out) and whether it is labelled. Under a random draw of n of N items a category of m items stays empty with a chance of
 * about (1 − n/N)^m; categories fill one at the cost of another, so the sum of the variances is an upper bound. O(items).
 */
export function coverageOf(category: ArrayLike<number>, isLabelled: ArrayLike<number | boolean>): Coverage {
  const sizes = new Map<number, { all: number; labelled: number }>();
  let [all, labelled] = [0, 0];
  for (let item = 0; item < category.length; item += 1) {
    if (category[item]! < 0) continue;
    const size = sizes.get(category[item]!) ?? { all: 0, labelled: 0 };
    sizes.set(category[item]!, size);
    size.all += 1;
    all += 1;
    if (!isLabelled[item]) continue;
    size.labelled += 1;
    labelled += 1;
  }
  let [expected, variance, reached, mixed] = [0, 0, 0, 0];
  for (const size of sizes.values()) {
    const empty = labelled === 0 ? 1 : (1 - labelled / all) ** size.all;
    expected += 1 - empty;
    variance += empty * (1 - empty);
    if (size.labelled > 0) reached += 1;
    if (size.labelled > 0 && size.labelled < size.all) mixed += 1;
  }
  const isUnlikely = reached < expected - Math.max(0.5, UNLIKELY_BY * Math.sqrt(variance));
  return { labelled: reached, all: sizes.size, expected, isUnlikely, isWhole: mixed === 0 };
}

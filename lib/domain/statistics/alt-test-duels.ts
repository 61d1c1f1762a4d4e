import { type RaterRows, rowsByItem } from "./rater-rows.ts";

/** How close a rating is to those of the other humans: by root mean squared error, or by the share that is equal. */
export type AltTestScoring = "neg_rmse" | "accuracy";

/** One item of one human: who was at least as close to the others. Ties count for both. */
export type Duel = { item: number; judgeWins: number; humanWins: number };

/**
 * The duels of every human, by rater number: one for each of their ratings of an item that has a judge's score (`judge[i]`,
 * null: none) and ratings by at least `minHumansPerItem` people, judged by the remaining people.
 */
export function duelsOf(
  rows: RaterRows,
  judge: ArrayLike<number | null>,
  options: { scoring: AltTestScoring; minHumansPerItem: number },
): Duel[][] {
  const duels: Duel[][] = Array.from({ length: rows.raterCount }, () => []);
  const { starts, rows: grouped } = rowsByItem(rows);
  for (let item = 0; item < rows.itemCount; item += 1) {
    const score = judge[item] ?? null;
    const ofItem = grouped.subarray(starts[item], starts[item + 1]);
    if (score === null || countRaters(rows, ofItem) < options.minHumansPerItem) continue;
    for (const row of ofItem) {
      const ofJudge = closeness(score, rows, ofItem, row, options.scoring);
      const ofHuman = closeness(rows.values[row]!, rows, ofItem, row, options.scoring);
      if (ofJudge === null || ofHuman === null) continue;
      const duel = { item, judgeWins: ofJudge >= ofHuman ? 1 : 0, humanWins: ofHuman >= ofJudge ? 1 : 0 };
      duels[rows.raters[row] as number]?.push(duel);
    }
  }
  return duels;
}

/** How many people gave these ratings: few, so each is compared with those before it. */
function countRaters({ raters }: RaterRows, ofItem: Int32Array): number {
  let count = 0;
  for (let place = 0; place < ofItem.length; place += 1) {
    let before = 0;
    while (before < place && raters[ofItem[before]!] !== raters[ofItem[place]!]) before += 1;
    if (before === place) count += 1;
  }
  return count;
}

/**
 * How close a score is to those that the others than the rater of `row` gave the item; null where there is none. Higher is
 * closer. The root and the division of the mean squared error are left out: they keep the order.
 */
function closeness(
  score: number,
  { raters, values }: RaterRows,
  ofItem: Int32Array,
  row: number,
  scoring: AltTestScoring,
): number | null {
  let [squares, equal, others] = [0, 0, 0];
  for (let place = 0; place < ofItem.length; place += 1) {
    const other = ofItem[place]!;
    if (raters[other] === raters[row]) continue;
    others += 1;
    squares += (score - values[other]!) ** 2;
    if (values[other] === score) equal += 1;
  }
  if (others === 0) return null;
  return scoring === "accuracy" ? equal : -squares;
}

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
      const others: number[] = [];
      for (const other of ofItem) if (rows.raters[other] !== rows.raters[row]) others.push(rows.values[other]!);
      if (others.length === 0) continue;
      const ofJudge = closeness(score, others, options.scoring);
      const ofHuman = closeness(rows.values[row]!, others, options.scoring);
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

/** Higher is closer. The root and the division of the mean squared error are left out: they keep the order. */
function closeness(score: number, others: readonly number[], scoring: AltTestScoring): number {
  if (scoring === "accuracy") return others.filter((other) => other === score).length;
  let squares = 0;
  for (const other of others) squares += (score - other) ** 2;
  return -squares;
}

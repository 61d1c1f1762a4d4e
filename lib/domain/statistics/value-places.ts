import type { Values } from "./clusters.ts";

/** The distinct values of a list, ascending, and of each entry the place of its value among them. */
export type ValuePlaces = { values: Float64Array; places: Int32Array };

/** Scores and means of a few of them are multiples of this: what can be looked up in a table. */
const STEPS_PER_POINT = 4;
/** The longest table, in steps; scores on a wider scale are looked up in a map. */
const MOST_STEPS = 1 << 16;

/** Finds the distinct values of a list, which has no NaN. O(entries), and sorting of the distinct values. */
export function valuePlaces(list: Values): ValuePlaces {
  return placesByTable(list) ?? placesByMap(list);
}

/** Null for an empty list, and where a value lies between two steps or the values lie too far apart. */
function placesByTable(list: Values): ValuePlaces | null {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < list.length; i += 1) {
    const step = list[i]! * STEPS_PER_POINT;
    if (!Number.isInteger(step)) return null;
    if (step < low) low = step;
    if (step > high) high = step;
  }
  if (list.length === 0 || !(high - low < MOST_STEPS)) return null;
  const table = new Int32Array(high - low + 1).fill(-1);
  for (let i = 0; i < list.length; i += 1) table[list[i]! * STEPS_PER_POINT - low] = 0;
  const values: number[] = [];
  for (let step = 0; step < table.length; step += 1)
    if (table[step] === 0) table[step] = values.push((low + step) / STEPS_PER_POINT) - 1;
  const places = new Int32Array(list.length);
  for (let i = 0; i < list.length; i += 1) places[i] = table[list[i]! * STEPS_PER_POINT - low]!;
  return { values: Float64Array.from(values), places };
}

function placesByMap(list: Values): ValuePlaces {
  const seen = new Set<number>();
  for (let i = 0; i < list.length; i += 1) seen.add(list[i]!);
  const values = Float64Array.from(seen).sort();
  const placeOf = new Map<number, number>();
  for (let place = 0; place < values.length; place += 1) placeOf.set(values[place]!, place);
  const places = new Int32Array(list.length);
  for (let i = 0; i < places.length; i += 1) places[i] = placeOf.get(list[i]!)!;
  return { values, places };
}

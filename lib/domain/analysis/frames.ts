/**
 * What a study drew its items from, as its source knows it. Draws of one study from the same episodes are one frame; a draw
 * that took every match is its own frame.
 */
export type DrawnFrame = {
  /** The study, by id and name. */
  sourceId: string;
  name: string;
  /** False where what the study drew from cannot be found again: then `itemKeys` holds the drawn items alone. */
  isKnown: boolean;
  /** Every item that could have been drawn, the drawn ones included. */
  itemKeys: readonly string[];
  /** Items that were drawn, each with its stratum (empty where there are none) and its chance in (0, 1]. */
  drawn: readonly { itemKey: string; stratum: string; chance: number }[];
};

/** A frame over the items of columns: one entry per item in each array. */
export type SampleFrame = {
  sourceId: string;
  name: string;
  isKnown: boolean;
  /** Items that could have been drawn, also those that nobody rated. */
  size: number;
  /** 1 for items that could have been drawn. */
  isIn: Uint8Array;
  /** Index into `strata` of drawn items; −1 for the others. */
  stratum: Int16Array;
  strata: string[];
  /** Chance with which a drawn item was drawn, in (0, 1]; NaN for the others. */
  chance: Float64Array;
};

/** Places frames over items, by the keys of the items. O(items + frame). */
export function placeFrames(keys: readonly string[], frames: readonly DrawnFrame[]): SampleFrame[] {
  if (frames.length === 0) return [];
  const places = new Map(keys.map((key, place) => [key, place]));
  return frames.map((frame) => placeFrame(frame, places));
}

function placeFrame(frame: DrawnFrame, places: ReadonlyMap<string, number>): SampleFrame {
  const { sourceId, name, isKnown, itemKeys, drawn } = frame;
  const isIn = new Uint8Array(places.size);
  const stratum = new Int16Array(places.size).fill(-1);
  const chance = new Float64Array(places.size).fill(Number.NaN);
  const strata: string[] = [];
  const strataPlaces = new Map<string, number>();
  for (const key of itemKeys) {
    const place = places.get(key);
    if (place !== undefined) isIn[place] = 1;
  }
  for (const item of drawn) {
    const at = strataPlaces.get(item.stratum) ?? strata.push(item.stratum) - 1;
    strataPlaces.set(item.stratum, at);
    const place = places.get(item.itemKey);
    if (place === undefined) continue;
    isIn[place] = 1;
    stratum[place] = at;
    chance[place] = item.chance;
  }
  const size = new Set([...itemKeys, ...drawn.map(({ itemKey }) => itemKey)]).size;
  return { sourceId, name, isKnown, size, isIn, stratum, strata, chance };
}

/**
 * The one frame that all labelled items (`isLabelled[item]` is 1) were drawn from: `none` where an item was drawn otherwise
 * or what it was drawn from is not known, `several` where studies drew from different items.
 */
export function commonFrame(
  frames: readonly SampleFrame[],
  isLabelled: Uint8Array,
): { kind: "one"; frames: SampleFrame[] } | { kind: "several"; frames: SampleFrame[] } | { kind: "none" } {
  const isDrawn = new Uint8Array(isLabelled.length);
  const used = frames.filter(({ isKnown, stratum }) => {
    let hasLabels = false;
    for (let item = 0; item < stratum.length; item += 1)
      if (isKnown && stratum[item]! >= 0 && isLabelled[item] === 1) {
        hasLabels = true;
        isDrawn[item] = 1;
      }
    return hasLabels;
  });
  const [first] = used;
  if (!first || isLabelled.some((labelled, item) => labelled === 1 && isDrawn[item] === 0)) return { kind: "none" };
  const isSame = used.every(({ isIn }) => isIn.every((inside, item) => inside === first.isIn[item]));
  return { kind: isSame ? "one" : "several", frames: used };
}

import { type AnalysisContext, cellsOf } from "../context.ts";
import type { CompletionBand, OfferBand } from "../findings/planner.ts";
import type { ItemOffer } from "../offers.ts";
import { bandOf, judgeBands } from "./judge-bands.ts";

/** How many of the judge's cells people rated, by band, whether anybody asked them to or not. */
export function completionBands(context: AnalysisContext, place: number): CompletionBand[] {
  const dimension = context.columns.dimensions[place]!;
  const bands = judgeBands(dimension);
  const rows = bands.map((band) => ({ dimension: dimension.key, ...band, cells: 0, labelled: 0 }));
  const cells = cellsOf(context, place, -1, "judge");
  for (let cell = 0; cell < cells.unit.length; cell += 1) {
    const row = rows[bandOf(cells.judge[cell]!, bands)]!;
    row.cells += 1;
    if (cells.humanCount[cell]! > 0) row.labelled += 1;
  }
  return rows;
}

/** Items are cut into this many groups of about equal size by their length. */
const LENGTHS = 3;

/** What became of the items that people were given, by band of the judge's mean score of an item on one dimension. */
export function offersByBand(context: AnalysisContext, place: number): OfferBand[] {
  const dimension = context.columns.dimensions[place]!;
  const offers = shownOffers(context);
  if (offers.length === 0) return [];
  const bands = judgeBands(dimension);
  const scores = judgeMeans(context, place);
  const scored = offers.filter(({ item }) => scores.has(item));
  return bands.map((band, at) => {
    const own = scored.filter(({ item }) => bandOf(scores.get(item)!, bands) === at);
    return { by: "judge", dimension: dimension.key, ...band, ...totalsOf(own) };
  });
}

/** The same by the number of turns: short, middling and long items. */
export function offersByLength(context: AnalysisContext): OfferBand[] {
  const offers = shownOffers(context).sort((a, b) => a.turns - b.turns);
  const groups: (typeof offers)[] = [];
  for (const offer of offers) {
    // Items of one length stay together, so that the bands do not overlap.
    const group = groups.at(-1);
    const isFull = group && group.length >= offers.length / LENGTHS && group.at(-1)!.turns < offer.turns;
    if (group && !isFull) group.push(offer);
    else groups.push([offer]);
  }
  return groups.map((own) => ({
    by: "length",
    dimension: "",
    from: own[0]!.turns,
    to: own.at(-1)!.turns,
    ...totalsOf(own),
  }));
}

/**
 * What was given to people among the items that the filters of the question let in. Items that neither judge nor people
 * rated are known by nothing else: they count too, without a place (−1).
 */
function shownOffers({ columns, selection }: AnalysisContext): (ItemOffer & { item: number })[] {
  const { item, items } = columns.units;
  const places = new Map<string, number>();
  for (let unit = 0; unit < item.length; unit += 1) {
    const episodeId = items.episodeId[item[unit]!];
    if (selection.groups.of[unit]! >= 0 && episodeId) places.set(episodeId, item[unit]!);
  }
  const known = new Set(items.episodeId);
  return (columns.offers ?? []).flatMap((offer) => {
    const place = places.get(offer.episodeId);
    if (place === undefined && known.has(offer.episodeId)) return [];
    return [{ ...offer, item: place ?? -1 }];
  });
}

/** The judge's mean score of each item on one dimension, over the agents that count. */
function judgeMeans(context: AnalysisContext, place: number): Map<number, number> {
  const cells = cellsOf(context, place, -1, "judge");
  const sums = new Map<number, [sum: number, count: number]>();
  for (let cell = 0; cell < cells.unit.length; cell += 1) {
    const item = context.columns.units.item[cells.unit[cell]!]!;
    const [sum, count] = sums.get(item) ?? [0, 0];
    sums.set(item, [sum + cells.judge[cell]!, count + 1]);
  }
  return new Map([...sums].map(([item, [sum, count]]) => [item, sum / count]));
}

function totalsOf(offers: readonly ItemOffer[]) {
  const sum = (of: (offer: ItemOffer) => number) => offers.reduce((total, offer) => total + of(offer), 0);
  return {
    items: offers.length,
    given: sum(({ given }) => given),
    submitted: sum(({ submitted }) => submitted),
    returned: sum(({ returned }) => returned),
    timedOut: sum(({ timedOut }) => timedOut),
  };
}

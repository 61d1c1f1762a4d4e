import { SAMPLINGS } from "./columns.ts";
import { type AnalysisContext, cellsOf, partOf } from "./context.ts";
import { commonFrame, type SampleFrame } from "./frames.ts";
import { PURPOSIVE } from "./selection.ts";
import { listInWords, wholeNumber } from "./words.ts";

/** How the items that people rated were chosen, and for which items debiased scores can stand. */
export type SamplingFacts = {
  sentence: string;
  /** Why no debiased score can be given, if so. */
  refusal: string | null;
  /** The frame that all rated items were drawn from; null where none is known, and scores stand for all that the judge rated. */
  frame: SampleFrame | null;
  /** The same, where one study alone drew the items: with their strata and chances. */
  design: SampleFrame | null;
  /** Every rated item has a chance of its own on record and they differ, though not the items that they were chosen from. */
  hasOwnChances: boolean;
};

const NO_FRAME = { frame: null, design: null, hasOwnChances: false };

const UNKNOWN = SAMPLINGS.indexOf("unknown");

/**
 * Prediction-powered inference holds only where the labelled items are a random sample of the items that scores stand for.
 * Items that were chosen by hand refuse it, and so do studies that drew from different items; where no source recorded how
 * items were chosen, the question has to vouch for it.
 */
export function describeSampling(context: AnalysisContext): SamplingFacts {
  return partOf(context, "sampling", () => {
    const isLabelled = labelledItems(context);
    const counts = countSamplings(context, isLabelled);
    const all = counts.reduce((sum, count) => sum + count, 0);
    if (all === 0) return { sentence: "No item is rated by people yet.", refusal: null, ...NO_FRAME };
    if (counts[PURPOSIVE]! > 0) return chosenByHand(counts[PURPOSIVE]!, all);
    const unknown = counts[UNKNOWN]!;
    if (unknown > 0) return unrecorded(unknown, all, context.question.samplingIsRandom);
    return drawnAtRandom(context, isLabelled, all);
  });
}

function chosenByHand(count: number, all: number): SamplingFacts {
  return {
    sentence: `${wholeNumber(count)} of ${wholeNumber(all)} items that people rated were chosen by hand.`,
    refusal:
      "Items were chosen by hand, so people’s ratings do not stand for the rest and no debiased score is given. Draw a random sample for that.",
    ...NO_FRAME,
  };
}

function unrecorded(unknown: number, all: number, isVouchedFor: boolean): SamplingFacts {
  const start = `For ${wholeNumber(unknown)} of ${wholeNumber(all)} items`;
  if (isVouchedFor)
    return {
      sentence: `${start} nobody recorded how they were chosen; this analysis takes them as drawn at random from all that the judge rated.`,
      refusal: null,
      ...NO_FRAME,
    };
  return {
    sentence: `${start} that people rated nobody recorded how they were chosen.`,
    refusal:
      "Nobody recorded whether the rated items were drawn at random, so no debiased score is given. If they were, say so in the question of this analysis.",
    ...NO_FRAME,
  };
}

function drawnAtRandom(context: AnalysisContext, isLabelled: Uint8Array, all: number): SamplingFacts {
  const drawn = `All ${wholeNumber(all)} items that people rated were drawn at random`;
  const found = commonFrame(context.columns.frames, isLabelled);
  if (found.kind === "none" && haveOwnChances(context, isLabelled))
    return {
      sentence: `All ${wholeNumber(all)} items that people rated were chosen with a chance that is on record for each; what they were chosen from is not, so scores stand for all that the judge rated.`,
      refusal: null,
      ...NO_FRAME,
      hasOwnChances: true,
    };
  if (found.kind === "none")
    return {
      sentence: `${drawn} by the study; what it drew from is not recorded, so scores stand for all that the judge rated.`,
      refusal: null,
      ...NO_FRAME,
    };
  if (found.kind === "several")
    return {
      sentence: `${drawn}, but not from the same items: ${listInWords(found.frames.map(({ name, size }) => `${name} from ${wholeNumber(size)}`))}.`,
      refusal:
        "Studies drew from different items, so together their items are no random sample of any, and no debiased score is given. Keep the people of one study (filter “People”).",
      ...NO_FRAME,
    };
  const [frame] = found.frames as [SampleFrame];
  const others = outsideItems(context, frame);
  const aside =
    others === 0
      ? ""
      : ` ${wholeNumber(others)} other ${others === 1 ? "item" : "items"} that the judge rated ${others === 1 ? "is" : "are"} left aside.`;
  return {
    sentence: `${drawn} by the study, from ${wholeNumber(frame.size)} that it could draw: scores stand for those.${aside}`,
    refusal: null,
    frame,
    design: found.frames.length === 1 ? frame : null,
    hasOwnChances: false,
  };
}

/** Whether every rated item has a chance on record, and not all the same one, which would be a plain random draw. */
function haveOwnChances({ columns }: AnalysisContext, isLabelled: Uint8Array): boolean {
  const chances = columns.units.items.inclusionProbability.filter((_, item) => isLabelled[item] === 1);
  return chances.every((chance) => chance > 0) && chances.some((chance) => chance !== chances[0]);
}

/** 1 for items with a counted rating by people. */
function labelledItems(context: AnalysisContext): Uint8Array {
  const { item, items } = context.columns.units;
  const isLabelled = new Uint8Array(items.key.length);
  for (const place of context.dimensions)
    for (const unit of cellsOf(context, place, -1, "human").unit) isLabelled[item[unit]!] = 1;
  return isLabelled;
}

/** Labelled items by {@link SAMPLINGS}. */
function countSamplings({ columns }: AnalysisContext, isLabelled: Uint8Array): number[] {
  const counts = SAMPLINGS.map(() => 0);
  for (let place = 0; place < isLabelled.length; place += 1)
    if (isLabelled[place] === 1) counts[columns.units.items.sampling[place]!]! += 1;
  return counts;
}

/** How many items the judge rated that could not have been drawn. */
function outsideItems(context: AnalysisContext, frame: SampleFrame): number {
  const { item } = context.columns.units;
  const outside = new Set<number>();
  for (const place of context.dimensions)
    for (const unit of cellsOf(context, place, -1, "judge").unit)
      if (frame.isIn[item[unit]!] === 0) outside.add(item[unit]!);
  return outside.size;
}

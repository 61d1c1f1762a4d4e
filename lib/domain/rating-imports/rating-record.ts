/** One record of a rating file: its fields by column name. A CSV gives texts, JSON any value. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * Who gave a rating, as the file says it. A person's `id` never leaves the import: it becomes a pseudonym. A `position`
 * is a place in a list of scores, which need not be one person across items.
 */
export type RaterDraft =
  | { kind: "human"; id: string }
  | { kind: "position"; name: string }
  | { kind: "judge"; name: string; model: string; version: string; prompt: string };

/** Seat 1 or 2, or 0 where an item is rated as a whole. */
export type RatedAgent = 0 | 1 | 2;

/** One score that lies on its scale. */
export type RatingDraft = {
  agent: RatedAgent;
  rater: RaterDraft;
  dimension: string;
  score: number;
  rationale: string;
};

/** What the file says of the rated item. Empty texts where it is silent; `cluster` is then the item itself. */
export type ItemFacts = {
  itemKey: string;
  cluster: string;
  scenario: string;
  condition: string;
  shownScenario: string;
  /** The chance with which the item was chosen for people to rate, in (0, 1]; null where the file is silent. */
  inclusionProbability: number | null;
};

/**
 * What became of one record. `taken` may hold fewer ratings than the record had scores: `refusedScores` has a sentence
 * for each that was left out, `remarks` what was read otherwise than it stands there.
 */
export type ParsedRatings =
  | { outcome: "taken"; facts: ItemFacts; ratings: RatingDraft[]; refusedScores: string[]; remarks: string[] }
  | { outcome: "refused"; itemKey: string; reason: string }
  | { outcome: "blank"; itemKey: string };

/** Reads the records of one file in their order; it may remember what an earlier record said, and in which line. */
export type RatingReader = (fields: Fields, line?: number) => ParsedRatings;

/** Facts of an item of which only its id is known. */
export function itemFacts(itemKey: string, known: Partial<ItemFacts> = {}): ItemFacts {
  return {
    itemKey,
    cluster: itemKey,
    scenario: "",
    condition: "",
    shownScenario: "",
    inclusionProbability: null,
    ...known,
  };
}

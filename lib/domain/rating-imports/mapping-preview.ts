import type { Fields, ParsedRatings, RaterDraft, RatingReader } from "./rating-record.ts";

/** One rating as the mapping reads it; people by their pseudonym already. */
export type PreviewRating = {
  item: string;
  agent: number;
  system: string;
  dimension: string;
  rater: string;
  kind: "human" | "judge" | "position";
  score: number;
};

/** What a mapping makes of the first records of a file. */
export type MappingPreview = {
  columns: string[];
  rows: string[][];
  ratings: PreviewRating[];
  recordsRead: number;
  ratingsRead: number;
  refusedScores: number;
  refusedRecords: number;
  /** The first sentences that refuse something, each with its line of the file, and how many there are in all. */
  problems: string[];
  problemCount: number;
  humans: number;
  judges: string[];
};

/** What a sample of records tells; the columns and rows of the file are shown as they stand. */
type SampleReading = Omit<MappingPreview, "columns" | "rows" | "recordsRead">;

/** How many ratings, judges and problems a preview names. */
const RATINGS = 12;
const JUDGES = 20;
const PROBLEMS = 5;

/** Reads a sample of a file by a mapping's reader; `lines` are those of the rows, `nameOf` what a rater is called here. */
export function readSample(
  rows: readonly Fields[],
  lines: readonly number[],
  read: RatingReader,
  nameOf: (rater: RaterDraft) => string,
): SampleReading {
  const parsed = rows.map((row, index) => read(row, lines[index]));
  const taken = parsed.flatMap((one) => (one.outcome === "taken" ? [one] : []));
  const ratings = taken.flatMap((one) => one.ratings.map((rating) => ({ ...rating, facts: one.facts })));
  const problems = parsed.flatMap((one, index) =>
    problemsOf(one).map((sentence) => `Line ${lines[index]}: ${sentence}`),
  );
  const raters = (isJudge: boolean) => [
    ...new Set(ratings.flatMap(({ rater }) => ((rater.kind === "judge") === isJudge ? [nameOf(rater)] : []))),
  ];
  return {
    ratings: ratings.slice(0, RATINGS).map(({ facts, agent, dimension, rater, score }) => ({
      item: facts.itemKey,
      agent,
      system: facts.condition,
      dimension,
      rater: nameOf(rater),
      kind: rater.kind,
      score,
    })),
    ratingsRead: ratings.length,
    refusedScores: taken.reduce((sum, { refusedScores }) => sum + refusedScores.length, 0),
    refusedRecords: parsed.filter(({ outcome }) => outcome === "refused").length,
    problems: problems.slice(0, PROBLEMS),
    problemCount: problems.length,
    humans: raters(false).length,
    judges: raters(true).slice(0, JUDGES),
  };
}

/** The sentences that refuse a record or some of its scores. */
function problemsOf(parsed: ParsedRatings): readonly string[] {
  if (parsed.outcome === "taken") return parsed.refusedScores;
  return parsed.outcome === "refused" ? [parsed.reason] : [];
}

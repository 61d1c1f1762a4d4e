import type { RatingMapping, RatingShape } from "./rating-mapping.ts";
import type { RatingReader } from "./rating-record.ts";
import { annotationReader } from "./read-annotation.ts";
import { crowdReader } from "./read-crowd.ts";
import { evaluatorReader, judgeByEpisodeReader } from "./read-judge.ts";
import { officialReader } from "./read-official.ts";
import { pilotReader } from "./read-pilot.ts";
import type { ImportScale } from "./read-score.ts";
import { tableReader } from "./read-table.ts";
import { sotopiaScales } from "./sotopia-scores.ts";

/** What a reader must know: the shape, the mapping, the file's name without its ending, and the one condition behind drag-filled names. */
export type ReaderOptions = {
  shape: RatingShape;
  mapping: RatingMapping;
  baseName: string;
  dragFilled: string | null;
};

/** The reader for a file. Throws `TypeError` for a table without a mapping, which the caller must not let happen. */
export function buildRatingReader({ shape, mapping, baseName, dragFilled }: ReaderOptions): RatingReader {
  const { condition, judge } = mapping;
  switch (shape) {
    case "sotopia-official":
      return officialReader((model) => condition || (dragFilled ?? model));
    case "sotopia-crowd":
      return crowdReader(condition);
    case "pilot-sheet":
      return pilotReader(mapping.rater || baseName, condition);
    case "sotopia-annotation":
      return annotationReader(condition, judge.name === "" ? null : { kind: "judge", ...judge });
    case "judge-by-episode":
      return judgeByEpisodeReader(judge, baseName, condition);
    case "evaluator-lines":
      return evaluatorReader(judge, baseName, condition);
    case "table":
      if (!mapping.table) throw new TypeError("A table cannot be read without its mapping.");
      return tableReader(mapping.table, condition, judge);
  }
}

/** The scales on which a file's scores lie. */
export function scalesOf(shape: RatingShape, mapping: RatingMapping): ImportScale[] {
  if (shape === "table") return mapping.table?.scales ?? [];
  return sotopiaScales(shape !== "pilot-sheet");
}

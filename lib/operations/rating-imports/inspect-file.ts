import type { JsonObject } from "#lib/domain/episodes/import/parsed-row.ts";
import { recogniseRecord } from "#lib/domain/episodes/import/record-kind.ts";
import { dragFilledName } from "#lib/domain/rating-imports/drag-fill.ts";
import { guessTableMapping } from "#lib/domain/rating-imports/guess-mapping.ts";
import type { RatingShape, TableMapping } from "#lib/domain/rating-imports/rating-mapping.ts";
import type { Fields } from "#lib/domain/rating-imports/rating-record.ts";
import { textOf } from "#lib/domain/rating-imports/read-score.ts";
import { recognizeShape } from "#lib/domain/rating-imports/shapes.ts";
import { readImportFile } from "#lib/store/import-files.ts";
import { readRatingRecords } from "./read-records.ts";

/** Records that a guess is made from, and bytes after which no more are read for it. */
const SAMPLE_RECORDS = 20_000;
const SAMPLE_BYTES = 32 * 1024 * 1024;
/** Characters of a column's name in a sentence: a text without a header has its first line in place of names. */
const SHOWN_NAME = 60;

/** The first records of a stored file. `lines` are where they begin, from 1; `refused` says why there is none. */
export type FileSample = { rows: Fields[]; lines: number[]; isWhole: boolean; refused: string };

/** Reads the beginning of a stored rating file. */
export async function sampleFile(storedPath: string, records = SAMPLE_RECORDS): Promise<FileSample> {
  const sample: FileSample = { rows: [], lines: [], isWhole: true, refused: "" };
  for await (const read of readRatingRecords(readImportFile(storedPath))) {
    if ("refused" in read) {
      sample.refused ||= read.refused;
      continue;
    }
    sample.rows.push(read.fields);
    sample.lines.push(read.line);
    if (sample.rows.length >= records || read.bytesRead > SAMPLE_BYTES) return { ...sample, isWhole: false };
  }
  return sample;
}

/** What a stored file is, and for a table what its columns probably mean. */
export type InspectedFile = { shape: RatingShape; guess: TableMapping | null } | { refused: string };

/** Looks at the beginning of a stored file. */
export async function inspectFile(storedPath: string): Promise<InspectedFile> {
  const { rows, refused } = await sampleFile(storedPath);
  const [first] = rows;
  if (!first) return { refused: refused || "This file holds a header and nothing below it." };
  const shape = recognizeShape(first);
  if (shape !== "table") return { shape, guess: null };
  const other = recogniseRecord(first as JsonObject);
  if (other)
    return {
      refused: `It holds no ratings: its first record is ${other.found}. Take it in under Episodes › Import.`,
    };
  const guess = guessTableMapping(rows);
  if (guess.scores.length > 0) return { shape, guess };
  const columns = Object.keys(first)
    .slice(0, 12)
    .map((name) => (name.length > SHOWN_NAME ? `${name.slice(0, SHOWN_NAME - 1)}…` : name))
    .join(", ");
  return {
    refused: `None of its columns looks like scores (${columns}). Ratings need at least one column of numbers.`,
  };
}

/** The conditions of an official table in the order of its rows, and the one name behind them where they only count up. */
export async function surveyConditions(storedPath: string): Promise<{ values: string[]; name: string | null }> {
  const values: string[] = [];
  for await (const read of readRatingRecords(readImportFile(storedPath))) {
    const model = "fields" in read ? textOf(read.fields.model) : "";
    if (model !== "") values.push(model);
  }
  return { values, name: dragFilledName(values) };
}

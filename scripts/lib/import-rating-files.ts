import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { systemActor } from "#lib/domain/access/actor.ts";
import { mappingFromFields, parseMapping } from "#lib/domain/rating-imports/mapping-fields.ts";
import type { RatingMapping } from "#lib/domain/rating-imports/rating-mapping.ts";
import { isAppError } from "#lib/domain/shared/errors.ts";
import { confirmRatingMapping } from "#lib/operations/rating-imports/confirm-rating-mapping.ts";
import { deleteRatingImport } from "#lib/operations/rating-imports/delete-rating-import.ts";
import { importRatingFile } from "#lib/operations/rating-imports/import-rating-file.ts";
import { previewRatingMapping } from "#lib/operations/rating-imports/preview-rating-mapping.ts";
import { runRatingImport } from "#lib/operations/rating-imports/run-rating-import.ts";
import type { Output } from "./import-files.ts";
import { Sentence } from "./sentence.ts";

const USAGE = `Usage: npm run import-ratings -- FILE… [--judge NAME] [--judge-model MODEL] [--judge-version VERSION]
         [--condition NAME] [--rater NAME] [--mapping FILE.json | --mapping guess]
  A table of unknown shape is not imported without --mapping: the command prints what its columns seem to mean.
  Save that as FILE.json and set right what is wrong, or say "--mapping guess" to take it as it is.`;

/** What each option says of the files, by the name under which the API takes it too. */
const OPTIONS: Record<string, string> = {
  "--judge": "judgeName",
  "--judge-model": "judgeModel",
  "--judge-version": "judgeVersion",
  "--condition": "condition",
  "--rater": "rater",
  "--mapping": "mapping",
};

/** The files and what is said of them. */
export type RatingArguments = { files: string[]; fields: Record<string, string>; mapping: string };

/** Reads the arguments of the command. `resolve` finds a file where the caller of npm stands. Throws {@link Sentence}. */
export function parseRatingArguments(args: readonly string[], resolve: (name: string) => string): RatingArguments {
  const files: string[] = [];
  const fields: Record<string, string> = {};
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? "";
    const field = OPTIONS[arg];
    const value = args[index + 1];
    if (field !== undefined && value !== undefined) {
      fields[field] = value;
      index += 1;
    } else if (arg.startsWith("-")) throw new Sentence(`${arg} is no option, or its value is missing.\n${USAGE}`);
    else files.push(resolve(arg));
  }
  if (files.length === 0) throw new Sentence(USAGE);
  const { mapping = "", ...said } = fields;
  return { files, fields: said, mapping: mapping === "" || mapping === "guess" ? mapping : resolve(mapping) };
}

const count = (value: number) => value.toLocaleString("en-US");
const noJob = { enqueue: async () => null };
const actor = systemActor("import-ratings");

async function requireFile(file: string): Promise<void> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) throw new Sentence(`${file} is not there or is no file. Nothing was imported.\n${USAGE}`);
}

/** Confirms the proposal for a table, or prints it and takes the file back. False when nothing is to be imported. */
async function settleMapping(id: string, isGuess: boolean, output: Output): Promise<boolean> {
  const { mapping, preview } = await previewRatingMapping(actor, { importId: id });
  if (isGuess) {
    await confirmRatingMapping(actor, { importId: id, mapping }, noJob);
    return true;
  }
  await deleteRatingImport(actor, { importId: id });
  output.write(`${JSON.stringify(mapping, null, 2)}\n`);
  output.write(
    `  This is what its columns seem to mean: ${count(preview.ratingsRead)} ratings in the first ${count(preview.recordsRead)} records. Nothing was imported. Save the text above as a file and name it with --mapping, or say --mapping guess.\n`,
  );
  return false;
}

/** Imports one file; answers whether it came in whole. */
async function importOne(
  file: string,
  mapping: RatingMapping,
  isGuess: boolean,
  output: Output,
): Promise<"clean" | "refused" | "stopped"> {
  const start = performance.now();
  const made = await importRatingFile(
    actor,
    { fileName: path.basename(file), source: createReadStream(file), mapping },
    noJob,
  );
  if (made.isRepeat && made.state !== "mapping") {
    output.write(
      `  ${made.fileName}: is here already, with ${count(made.ratingCount)} ratings. Nothing was changed.\n`,
    );
    return "clean";
  }
  if (made.state === "mapping" && !(await settleMapping(made.id, isGuess, output))) return "refused";
  const row = await runRatingImport(actor, { importId: made.id });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const end = row.state === "completed" ? "" : ` ${row.state}: ${row.error}`;
  output.write(
    `  ${row.fileName}: ${count(row.ratingCount)} ratings from ${count(row.rowsDone)} records, ${count(row.refusedScores)} scores and ${count(row.refusedCount)} records refused, ${count(row.duplicateCount)} repeated (${seconds} s).${end}\n`,
  );
  for (const note of row.notes) output.write(`  ${note.message}\n`);
  if (row.state !== "completed") return "stopped";
  return row.refusedScores + row.refusedCount === 0 ? "clean" : "refused";
}

/**
 * Imports files of ratings from the shell, one after the other. Answers the exit code: 0 when everything was taken or was
 * here already, 2 when something was refused or a table has no mapping, 1 when an import stopped. Throws
 * {@link Sentence} for arguments that name no file.
 */
export async function importRatingsFromShell(args: RatingArguments, output: Output): Promise<0 | 1 | 2> {
  for (const file of args.files) await requireFile(file);
  const isGuess = args.mapping === "guess";
  const ends: string[] = [];
  for (const file of args.files) {
    try {
      const hasFile = args.mapping !== "" && !isGuess;
      const mapping = hasFile ? parseMapping(await readFile(args.mapping, "utf8")) : mappingFromFields(args.fields);
      ends.push(await importOne(file, mapping, isGuess, output));
    } catch (error) {
      if (!isAppError(error)) throw error;
      throw new Sentence(`${file}: ${error.message}`);
    }
  }
  if (ends.includes("stopped")) return 1;
  if (!ends.includes("refused")) return 0;
  output.write("  Ratings in the app has the report of each file, line by line.\n");
  return 2;
}

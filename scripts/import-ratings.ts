/** `npm run import-ratings -- FILE…`: imports files of human or judge ratings into the app's database. */
import { importRatingsFromShell, parseRatingArguments } from "./lib/import-rating-files.ts";
import { fileFromShell, runCommand } from "./lib/with-database.ts";

const output = { write: (text: string) => void process.stdout.write(text), isTerminal: process.stdout.isTTY === true };

await runCommand(() => importRatingsFromShell(parseRatingArguments(process.argv.slice(2), fileFromShell), output));

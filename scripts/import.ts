/** `npm run import -- FILE…`: imports files of episodes and profiles into the app's database; `--judge-version` says the version of their judge. */
import { importFromShell } from "./lib/import-files.ts";
import { fileFromShell, runCommand } from "./lib/with-database.ts";

const said = process.argv.slice(2);
const files = said.map((name, place) =>
  name.startsWith("-") || said[place - 1] === "--judge-version" ? name : fileFromShell(name),
);
const output = { write: (text: string) => void process.stdout.write(text), isTerminal: process.stdout.isTTY === true };

await runCommand(() => importFromShell(files, output));

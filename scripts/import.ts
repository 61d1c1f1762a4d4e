/** `npm run import -- FILE…`: imports files of episodes and profiles into the app's database. */
import { importFromShell } from "./lib/import-files.ts";
import { fileFromShell, runCommand } from "./lib/with-database.ts";

const files = process.argv.slice(2).map((name) => (name.startsWith("-") ? name : fileFromShell(name)));
const output = { write: (text: string) => void process.stdout.write(text), isTerminal: process.stdout.isTTY === true };

await runCommand(() => importFromShell(files, output));

/**
 * A process of its own that runs one import and may be killed at any moment: `node import-child.ts DATABASE_URL ID`.
 * Prints a line for every committed batch.
 */
import { systemActor } from "#lib/domain/access/actor.ts";
import { runImport } from "#lib/operations/imports/run-import.ts";
import { connectDb } from "#lib/store/db.ts";

const [url, importId] = process.argv.slice(2);
await connectDb(url ?? "", 2);
await runImport(systemActor("child"), {
  importId: importId ?? "",
  onProgress: ({ rowsDone }) => console.log(`done ${rowsDone}`),
});
process.exit(0);

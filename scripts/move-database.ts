/** `npm run move-database -- ADDRESS`: copies the embedded database to a PostgreSQL server. */
import { moveDatabase } from "./lib/move/move-database.ts";
import { reportFailure } from "./lib/sentence.ts";

process.exitCode = await moveDatabase(process.argv.slice(2)).then(() => 0, reportFailure);

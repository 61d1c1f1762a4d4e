/** `npm run replicate -- DIR`: computes the paper's human evaluation anew from the files under a folder; no database. */
import path from "node:path";
import { replicateFromShell } from "./lib/replicate-paper.ts";
import { reportFailure } from "./lib/sentence.ts";

const fromShell = (name: string) => path.resolve(process.env.INIT_CWD ?? process.cwd(), name);

process.exitCode = await replicateFromShell(process.argv.slice(2), fromShell).then((report) => {
  process.stdout.write(report);
  return 0;
}, reportFailure);

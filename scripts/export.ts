/** `npm run export -- STUDY`: writes a study's ratings to a file. */
import { exportFromShell } from "./lib/export-study.ts";
import { fileFromShell, runCommand } from "./lib/with-database.ts";

await runCommand(async () => {
  console.log(await exportFromShell(process.argv.slice(2), fileFromShell));
  return 0;
});

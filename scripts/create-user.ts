/** `npm run create-user`: makes an account; what the arguments leave out is asked. */
import { openAsker } from "./lib/ask.ts";
import { createUserFromShell } from "./lib/create-user.ts";
import { runCommand } from "./lib/with-database.ts";

await runCommand(async () => {
  const asker = openAsker();
  try {
    console.log(await createUserFromShell(process.argv.slice(2), asker, process.stdin.isTTY === true));
  } finally {
    asker.close();
  }
  return 0;
});

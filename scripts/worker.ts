/** `npm run worker`: one worker, beside others on the same database. */
import { runOne } from "./lib/run-one.ts";

await runOne("worker");

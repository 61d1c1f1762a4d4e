/** `npm run web`: one web server, beside others on the same database. */
import { runOne } from "./lib/run-one.ts";

await runOne("web");

/** `node scripts/build-pages.ts`: builds the pages when they are out of date, and starts nothing; for images. */
import { build, isBuilt } from "./lib/build.ts";
import { reportFailure } from "./lib/sentence.ts";
import { step } from "./lib/terminal.ts";

const work = isBuilt() ? Promise.resolve() : step("Building the pages", build);
process.exitCode = await work.then(() => 0, reportFailure);

/**
 * `npm test`: types, lint, import rules, unit tests, integration tests on the embedded database and on a PostgreSQL
 * server where one answers, browser tests on the built app. Ends with one line of counts and an exit code after it.
 * `npm test -- unit` runs only the parts that are named: checks, unit, embedded, postgres, browser.
 */
import { findTestServer } from "#tests/support/servers.ts";
import { build, isBuilt } from "./lib/build.ts";
import { endHelpers } from "./lib/helpers.ts";
import { freePort } from "./lib/port.ts";
import { reportFailure } from "./lib/sentence.ts";
import { readSettings } from "./lib/settings.ts";
import { step } from "./lib/terminal.ts";
import {
  commandOf,
  findChromiumAside,
  runCheck,
  runPlaywright,
  runVitest,
  skip,
  sum,
  type Tally,
} from "./lib/test-runners.ts";

const PARTS: Record<string, () => Promise<Tally>> = {
  checks,
  unit: () => runVitest("Unit tests", "unit"),
  embedded,
  postgres,
  browser,
};

/** The parts named on the command line; all of them where none is. */
const named = process.argv.slice(2).filter((name) => name in PARTS);
const isNamed = (part: string) => named.length === 0 || named.includes(part);

/** Parts in their order; those of one line run side by side, because they mostly wait for their databases. */
const ORDER: string[][] = [["checks"], ["unit"], ["embedded", "postgres"], ["browser"]];

/** Types, lint and import rules, one after the other: each uses both cores. */
async function checks(): Promise<Tally> {
  // The types of the routes are written by Next; without them the first check would fail on a fresh clone.
  await runCheck("Types of the routes", [commandOf("next", "next"), "typegen"], { NEXT_TELEMETRY_DISABLED: "1" });
  const types = await runCheck("Types", [commandOf("typescript", "tsc"), "--noEmit", "-p", "."]);
  const lint = await runCheck("Lint and format", [
    commandOf("@biomejs/biome", "biome"),
    "ci",
    "--error-on-warnings",
    ".",
  ]);
  const rules = await runCheck("Import rules", ["scripts/check-imports.ts"]);
  return sum([types, lint, rules]);
}

/** What only repeats itself on the embedded database is left to the server's run where there is one. */
async function embedded(): Promise<Tally> {
  const follows = isNamed("postgres") && (await findTestServer()) ? "1" : "";
  const variables = { TEST_DATABASE: "embedded", TEST_SERVER_FOLLOWS: follows };
  return runVitest("Integration tests on the embedded database", "integration", variables);
}

async function postgres(): Promise<Tally> {
  const server = await findTestServer();
  const name = "Integration tests on a PostgreSQL server";
  if (!server) return skip(name, "No server answers on 127.0.0.1:5432; set TEST_DATABASE_URL to use another.");
  return runVitest(name, "integration", { TEST_DATABASE: "postgres", TEST_DATABASE_URL: server });
}

/** Begun before everything else: where no Chromium is here, installing one is mostly waiting for the network. */
let chromiumAside: ReturnType<typeof findChromiumAside> | undefined;

async function browser(): Promise<Tally> {
  if (!isBuilt()) await step("Building the app for the browser tests", build);
  const { chromium, output } = await (chromiumAside ?? findChromiumAside());
  if (!chromium) {
    console.log("\n▸ Browser tests: FAILED. No Chromium was found or could be installed. Set CHROMIUM_PATH to one.");
    console.log(output);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  return runPlaywright({ CHROMIUM_PATH: chromium, E2E_PORT: String(await freePort()) });
}

async function main(): Promise<number> {
  readSettings();
  process.env.NEXT_DIST_DIR ||= ".next-e2e";
  process.env.LOG_LEVEL ||= "warn";
  if (isNamed("browser")) chromiumAside = findChromiumAside();
  const tallies: Tally[] = [];
  for (const together of ORDER) {
    const names = together.filter(isNamed);
    tallies.push(...(await Promise.all(names.map((name) => (PARTS[name] as () => Promise<Tally>)()))));
  }
  const { passed, failed, skipped } = sum(tallies);
  console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

for (const signal of ["SIGTERM", "SIGINT", "SIGHUP", "disconnect"] as const) {
  process.on(signal, () => {
    endHelpers();
    process.exit(1);
  });
}

const code = await main().catch((error: unknown) => {
  const exitCode = reportFailure(error);
  console.log("\n0 passed, 1 failed, 0 skipped");
  return exitCode;
});
process.exit(code);

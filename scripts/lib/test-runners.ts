import { type SpawnOptions, spawn } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { track } from "./helpers.ts";
import { ROOT } from "./settings.ts";
import { seconds } from "./terminal.ts";

/** What a runner counted. */
export type Tally = { passed: number; failed: number; skipped: number };

const require = createRequire(import.meta.url);
const PASSED: Tally = { passed: 1, failed: 0, skipped: 0 };
const FAILED: Tally = { passed: 0, failed: 1, skipped: 0 };
const reports = mkdtempSync(path.join(os.tmpdir(), "studio-reports-"));

/** The sum of several tallies. */
export function sum(tallies: Tally[]): Tally {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of tallies) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  return total;
}

/** Says that something is left out and why; it counts as one skipped. */
export function skip(name: string, why: string): Tally {
  console.log(`\n▸ ${name}: skipped. ${why}`);
  return { passed: 0, failed: 0, skipped: 1 };
}

function run(
  args: string[],
  variables: Record<string, string>,
  stdio: SpawnOptions["stdio"],
): Promise<{ code: number | null; output: string }> {
  const child = track(
    spawn(process.execPath, args, {
      cwd: ROOT,
      stdio,
      env: { ...process.env, ...variables, NO_COLOR: stdio === "inherit" ? undefined : "1" },
    }),
  );
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (chunk: string) => {
      output += chunk;
    });
  }
  return new Promise((resolve) => {
    child.once("error", (error) => resolve({ code: 1, output: error.message }));
    child.once("close", (code) => resolve({ code, output }));
  });
}

/** The script behind a command of a package, as its package.json names it. */
export function commandOf(packageName: string, command: string): string {
  const folder = path.join(ROOT, "node_modules", packageName);
  const { bin } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  return path.join(folder, typeof bin === "string" ? bin : bin[command]);
}

/** A check that passes or fails as a whole. Its output is shown when it fails. */
export async function runCheck(name: string, args: string[], variables: Record<string, string> = {}): Promise<Tally> {
  const start = performance.now();
  const { code, output } = await run(args, variables, ["ignore", "pipe", "pipe"]);
  console.log(`\n▸ ${name}: ${code === 0 ? "passed" : "FAILED"} (${seconds(start)})`);
  if (code !== 0) console.log(output.trim());
  return code === 0 ? PASSED : FAILED;
}

/** Finds or installs a Chromium in a process of its own; `output` says why there is none. */
export async function findChromiumAside(): Promise<{ chromium: string | null; output: string }> {
  const { code, output } = await run(["scripts/find-chromium.ts"], {}, ["ignore", "pipe", "pipe"]);
  const places = output.split("\n").filter((line) => path.isAbsolute(line));
  return { chromium: code === 0 ? (places.at(-1) ?? null) : null, output: output.trim() };
}

/** One project of Vitest. A run that counts nothing is a failure: it broke before the first test. */
export async function runVitest(name: string, project: string, variables: Record<string, string> = {}): Promise<Tally> {
  const report = path.join(reports, `${name.replace(/\W+/g, "-")}.json`);
  const args = [commandOf("vitest", "vitest"), "run", "--project", project, "--passWithNoTests"];
  const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${report}`];
  console.log(`\n… ${name}`);
  // Its output is shown when it is done, because two of them may run side by side.
  const { code, output } = await run([...args, ...reporters], variables, ["ignore", "pipe", "pipe"]);
  console.log(`\n▸ ${name}\n${output.trim()}`);
  return tallyOf(name, code, () => {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
      readFileSync(report, "utf8"),
    );
    // A file that breaks before its first test has no failed test of its own.
    const broken = testResults.filter(
      (file: { status: string; assertionResults: { status: string }[] }) =>
        file.status === "failed" && !file.assertionResults.some(({ status }) => status === "failed"),
    ).length;
    return { passed: numPassedTests, failed: numFailedTests + broken, skipped: numPendingTests + numTodoTests };
  });
}

/** The browser tests, on an app that they build and start themselves. */
export async function runPlaywright(variables: Record<string, string>): Promise<Tally> {
  console.log("\n▸ Browser tests");
  const report = path.join(reports, "playwright.json");
  const args = [require.resolve("@playwright/test/cli"), "test", "--reporter=list,json"];
  const { code } = await run(args, { ...variables, PLAYWRIGHT_JSON_OUTPUT_NAME: report }, "inherit");
  return tallyOf("Browser tests", code, () => {
    const { stats } = JSON.parse(readFileSync(report, "utf8"));
    if (stats.flaky > 0) console.log(`\n${stats.flaky} of the browser tests passed only at their second try.`);
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
  });
}

function tallyOf(name: string, code: number | null, read: () => Tally): Tally {
  let tally: Tally;
  try {
    tally = read();
  } catch {
    console.log(`${name}: the run broke before it could report.`);
    return FAILED;
  }
  // An exit code that the counts do not explain (an error outside any test) must not be lost.
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

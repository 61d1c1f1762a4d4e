import { mkdirSync, mkdtempSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { defineConfig } from "@playwright/test";
import { findChromium } from "./scripts/lib/chromium.ts";
import { socketFolder } from "./scripts/lib/data-dir.ts";
import { embeddedUrl } from "./scripts/lib/embedded/server.ts";

/**
 * The browser tests drive the app as `npm start` runs it: a built app with its database and worker, in a data folder
 * of its own. The build has a folder of its own too, so that tests never disturb an app that is running.
 * This file is read again in every test process: what it decides goes through the environment.
 */
process.env.NEXT_DIST_DIR ||= ".next-e2e";
process.env.E2E_PORT ||= "3199";
process.env.E2E_DATA_DIR ||= mkdtempSync(path.join(os.tmpdir(), "studio-e2e-"));
process.env.AUTH_SECRET = "a key for the browser tests, and for nothing else";
process.env.CHROMIUM_PATH ||= findChromium() ?? "";
mkdirSync(process.env.E2E_DATA_DIR, { recursive: true });

const baseURL = `http://127.0.0.1:${process.env.E2E_PORT}`;
const database = process.env.E2E_DATABASE_URL || embeddedUrl(socketFolder(process.env.E2E_DATA_DIR));

/** For the tests themselves, which make people and look into the database. The app's own processes get it otherwise. */
process.env.DATABASE_URL = database;
process.env.DATABASE_EMBEDDED = process.env.E2E_DATABASE_URL ? "0" : "1";
process.env.APP_URL = baseURL;

/** The longest files begin first: one that began last would keep one worker busy while the others have nothing left. */
const LONGEST = /(story|platform|studies|episodes)\.spec\.ts$/;

export default defineConfig({
  testDir: "e2e",
  projects: [
    { name: "longest", testMatch: LONGEST },
    { name: "others", testMatch: "**/*.spec.ts", testIgnore: LONGEST },
  ],
  outputDir: "test-results",
  fullyParallel: false,
  // One more than the processors of a small machine: tests wait now and then, for a save, a job or a process.
  workers: 3,
  // Guards against hanging, not limits of speed: a busy machine may be several times slower than a quiet one.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  // On a busy machine a browser may be late once; a test that needed its second try is listed as flaky.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"]],
  use: {
    baseURL,
    locale: "en-GB",
    timezoneId: "UTC",
    // Recording every test takes a third of the time of all of them.
    trace: "on-first-retry",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || undefined,
      args: ["--no-sandbox", "--disable-background-networking"],
    },
  },
  webServer: {
    command: `"${process.execPath}" --disable-warning=ExperimentalWarning scripts/start.ts`,
    url: `${baseURL}/api/health/ready`,
    timeout: 600_000,
    reuseExistingServer: false,
    stdout: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    env: {
      PORT: process.env.E2E_PORT,
      HOST: "127.0.0.1",
      APP_URL: baseURL,
      DATA_DIR: process.env.E2E_DATA_DIR,
      DATABASE_URL: process.env.E2E_DATABASE_URL ?? "",
      DATABASE_EMBEDDED: "0",
      LOG_LEVEL: "warn",
    },
  },
});

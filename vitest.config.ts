import { defineConfig } from "vitest/config";

/** Two at a time: the tests are made for machines with two cores, and each worker has its own database. */
const WORKERS = 2;

/** Tests of the embedded database itself, which a run on a server would only repeat. */
const EMBEDDED_ALONE = "tests/integration/platform/embedded.test.ts";

/** Moving to a server needs a server; without one the embedded database stands in for it. */
const SERVER_FIRST = "tests/integration/platform/move-database.test.ts";

function leftOut(): string[] {
  if (process.env.TEST_DATABASE === "postgres") return [EMBEDDED_ALONE];
  return process.env.TEST_SERVER_FOLLOWS ? [SERVER_FIRST] : [];
}

export default defineConfig({
  test: {
    maxWorkers: WORKERS,
    pool: "forks",
    env: { AUTH_SECRET: "only-for-tests-0123456789-0123456789" },
    // A guard against hanging, not a limit of speed: a busy machine may be several times slower than a quiet one.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          // Pure functions share their modules: reading them anew for each file takes longer than testing them.
          isolate: false,
          include: ["tests/unit/**/*.test.{ts,tsx}", "tests/*.test.ts"],
          setupFiles: ["tests/support/console.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.{ts,tsx}"],
          exclude: leftOut(),
          // A file empties the database before it begins, so the modules, which take long to read, can be shared.
          isolate: false,
          setupFiles: ["tests/support/console.ts"],
          globalSetup: ["tests/support/global-setup.ts"],
        },
      },
    ],
  },
});

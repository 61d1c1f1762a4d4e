import type { TestProject } from "vitest/node";
import { findTestServer, startEmbeddedDatabases, startServerDatabases, type TestDatabases } from "./servers.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** One database for each test worker, by its number from 1. */
    databaseUrls: string[];
    /** Which kind they are: the same tests run on both. */
    databaseKind: "embedded" | "postgres";
  }
}

async function start(kind: "embedded" | "postgres", count: number): Promise<TestDatabases> {
  if (kind === "embedded") return startEmbeddedDatabases(count);
  const server = await findTestServer();
  if (!server)
    throw new Error(
      "No PostgreSQL server answers. Set TEST_DATABASE_URL, or leave TEST_DATABASE unset to use the embedded database.",
    );
  return startServerDatabases(count, server);
}

/** Starts the databases of the integration tests; `TEST_DATABASE=postgres` chooses a server instead of the embedded one. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const kind = process.env.TEST_DATABASE === "postgres" ? "postgres" : "embedded";
  const databases = await start(kind, Number(project.vitest.config.maxWorkers) || 2);
  project.provide("databaseUrls", databases.urls);
  project.provide("databaseKind", kind);
  return () => databases.stop();
}

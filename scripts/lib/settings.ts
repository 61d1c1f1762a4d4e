import { existsSync } from "node:fs";
import path from "node:path";
import { type Env, env, resetEnv } from "#lib/env.ts";
import { openDataDir, readOrMakeSecret } from "./data-dir.ts";

/** The repository's root, where every command works. */
export const ROOT = path.join(import.meta.dirname, "../..");

/**
 * Reads `.env` (what is already set wins) and validates every setting. Throws `SettingsError`, one sentence a setting.
 */
export function readSettings(): Env {
  process.chdir(ROOT);
  if (existsSync(".env")) process.loadEnvFile(".env");
  resetEnv();
  return env();
}

/** What a command needs beside the settings: the data folder, open, and the signing key in the environment. */
export function completeSettings(settings: Env): { settings: Env; dataDir: string } {
  const dataDir = openDataDir(settings.DATA_DIR);
  process.env.DATA_DIR = dataDir;
  process.env.AUTH_SECRET = settings.AUTH_SECRET ?? readOrMakeSecret(dataDir);
  resetEnv();
  return { settings: env(), dataDir };
}

/** Points this process and all that it starts at a database. */
export function setDatabase(url: string, isEmbedded: boolean): void {
  process.env.DATABASE_URL = url;
  process.env.DATABASE_EMBEDDED = isEmbedded ? "1" : "0";
  resetEnv();
}

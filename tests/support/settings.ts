import { afterAll, beforeAll } from "vitest";
import { resetEnv } from "#lib/env.ts";

/** Sets settings for one test file and puts the former ones back after it. */
export function withSettings(settings: Record<string, string>): void {
  const former = new Map(Object.keys(settings).map((name) => [name, process.env[name]]));
  beforeAll(() => {
    Object.assign(process.env, settings);
    resetEnv();
  });
  afterAll(() => {
    for (const [name, value] of former) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    resetEnv();
  });
}

/** A key for signing that no installation uses. */
export const TEST_SECRET = "0123456789abcdef0123456789abcdef-test";

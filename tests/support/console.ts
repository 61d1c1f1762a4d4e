import { afterEach, beforeEach, expect, vi } from "vitest";

const allowed: RegExp[] = [];

/** Announces that the running test makes the code write this to the console; anything else fails the test. */
export function allowConsole(pattern: RegExp): void {
  allowed.push(pattern);
}

const seen: string[] = [];

beforeEach(() => {
  allowed.length = 0;
  seen.length = 0;
  for (const method of ["error", "warn"] as const) {
    vi.spyOn(console, method).mockImplementation((...parts: unknown[]) => {
      seen.push(
        `console.${method}: ${parts.map((part) => (part instanceof Error ? part.stack : String(part))).join(" ")}`,
      );
    });
  }
});

afterEach(() => {
  const unexpected = seen.filter((line) => !allowed.some((pattern) => pattern.test(line)));
  vi.restoreAllMocks();
  expect(unexpected, "Nothing unexpected may be written to the console").toEqual([]);
});

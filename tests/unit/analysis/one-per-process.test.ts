import { afterEach, expect, test, vi } from "vitest";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

/** A copy of the module of its own, as each bundle has one. */
async function copyOfModule() {
  vi.resetModules();
  return import("#lib/operations/analysis/engine/one-per-process.ts");
}

test("copies of a module share one thing in production, and have their own elsewhere", async () => {
  const [page, route] = [await copyOfModule(), await copyOfModule()];
  expect(page.onePerProcess).not.toBe(route.onePerProcess);
  const make = () => ({ kept: 1 });
  expect(page.onePerProcess("a cache", make)).not.toBe(route.onePerProcess("a cache", make));
  vi.stubEnv("NODE_ENV", "production");
  expect(page.onePerProcess("a cache", make)).toBe(route.onePerProcess("a cache", make));
  expect(page.onePerProcess("another", make)).not.toBe(route.onePerProcess("a cache", make));
});

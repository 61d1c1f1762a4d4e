import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { inTime } from "#lib/operations/analysis/engine/in-time.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("an answer in time leaves no timer behind", async () => {
  expect(await inTime(Promise.resolve("whole"), 60_000)).toBe("whole");
  expect(vi.getTimerCount()).toBe(0);
});

test("a failure in time is passed on, and leaves none either", async () => {
  await expect(inTime(Promise.reject(new Error("gone")), 60_000)).rejects.toThrow("gone");
  expect(vi.getTimerCount()).toBe(0);
});

test("an answer that takes longer is given up", async () => {
  const waiting = inTime(new Promise(() => {}), 60_000);
  expect(vi.getTimerCount()).toBe(1);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await waiting).toBeNull();
  expect(vi.getTimerCount()).toBe(0);
});

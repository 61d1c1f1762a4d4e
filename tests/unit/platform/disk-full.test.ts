import { expect, test } from "vitest";
import { hasRoom, isDiskFull } from "#scripts/lib/disk-full.ts";

test("a full disk is known by Node's error and by the one that the embedded database throws", () => {
  expect(isDiskFull(Object.assign(new Error("write"), { code: "ENOSPC" }))).toBe(true);
  // As PGlite throws it: a plain object of the WebAssembly file system.
  expect(isDiskFull({ name: "ErrnoError", errno: 51 })).toBe(true);
  expect(isDiskFull(Object.assign(new Error("open"), { code: "ENOENT", errno: -2 }))).toBe(false);
  expect(isDiskFull(undefined)).toBe(false);
});

test("a disk has no room when nothing is free on it, and a folder that is not there is no proof of that", () => {
  expect(hasRoom(import.meta.dirname)).toBe(true);
  expect(hasRoom("/nowhere/at/all")).toBe(true);
  // Linux shows its processes as a file system of size 0.
  if (process.platform === "linux") expect(hasRoom("/proc")).toBe(false);
});

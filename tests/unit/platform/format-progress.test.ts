import { expect, test } from "vitest";
import { formatProgress } from "#components/ui/format.ts";

test("a way that has begun is not at 0 %, and one that is not over is not at 100 %", () => {
  expect([0, 1, 2, 101, 201, 202].map((done) => formatProgress(done, 202))).toEqual([
    "0 %",
    "under 1 %",
    "1 %",
    "50 %",
    "over 99 %",
    "100 %",
  ]);
});

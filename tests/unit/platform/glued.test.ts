import { expect, test } from "vitest";
import { glued } from "#components/ui/glued.ts";

test("limits, per cent and comparisons stay on one line; nothing else changes", () => {
  expect(glued("lie 1.4 [0.6, 2.1] points, of 50 % of cells: p < 0.001.")).toBe(
    "lie 1.4 [0.6,\u00a02.1] points, of 50\u00a0% of cells: p\u00a0<\u00a00.001.",
  );
  expect(glued("plain, tuned and expert [sic, as it is]")).toBe("plain, tuned and expert [sic, as it is]");
});

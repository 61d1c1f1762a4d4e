import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** The tokens of the rule that begins with `start`, by name. */
function tokensAfter(css: string, start: string): Record<string, string> {
  const from = css.indexOf(start);
  expect(from, start).toBeGreaterThanOrEqual(0);
  const rule = css.slice(from, css.indexOf("}", from));
  return Object.fromEntries([...rule.matchAll(/(--[\w-]+): ([^;]+);/g)].map(([, name, value]) => [name, value]));
}

it("has the same tokens in light and dark, and the same dark whether chosen or wished for by the system", () => {
  const css = readFileSync("app/globals.css", "utf8");
  const light = tokensAfter(css, ":root {");
  const chosen = tokensAfter(css, ':root[data-theme="dark"] {');
  const wished = tokensAfter(css, ':root:not([data-theme="light"]) {');
  expect(Object.keys(light).length).toBeGreaterThan(30);
  expect(Object.keys(chosen)).toEqual(Object.keys(light));
  expect(wished).toEqual(chosen);
});

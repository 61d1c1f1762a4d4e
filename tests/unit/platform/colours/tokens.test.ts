import { expect, it } from "vitest";
import { readTokens } from "./tokens.ts";

it("has the same tokens in light and dark", () => {
  const light = readTokens("light");
  expect(Object.keys(light).length).toBeGreaterThan(30);
  expect(Object.keys(readTokens("dark"))).toEqual(Object.keys(light));
});

import { expect, it } from "vitest";
import { readTokens } from "./tokens.ts";

it("has the same tokens in light and dark, and the same dark whether chosen or wished for by the system", () => {
  const light = readTokens("light");
  expect(Object.keys(light).length).toBeGreaterThan(30);
  expect(Object.keys(readTokens("chosen"))).toEqual(Object.keys(light));
  expect(readTokens("wished")).toEqual(readTokens("chosen"));
});

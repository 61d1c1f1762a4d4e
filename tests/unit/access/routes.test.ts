import { describe, expect, it } from "vitest";
import { findAppRoutes } from "./files.ts";
import { ROUTES } from "./route-table.ts";

describe("the table of routes", () => {
  it("names every page and every method of every route, and no other", () => {
    const found = findAppRoutes().flatMap(({ path, methods }) => methods.map((method) => `${method} ${path}`));
    expect(found.sort()).toEqual(Object.keys(ROUTES).sort());
  });

  it("finds at least one method in every file", () => {
    for (const route of findAppRoutes()) expect(route.methods, route.file).not.toEqual([]);
  });
});

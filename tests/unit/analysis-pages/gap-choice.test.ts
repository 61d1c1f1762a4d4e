import { expect, test } from "vitest";
import { gapChoiceOf, listHref } from "#components/analysis/disagreements/gap-choice.ts";
import { queryWith } from "#components/analysis/frame/address-choice.ts";

const POLICIES = ["base", "BC+SR"];

test("the choice of gaps is read from the address, and what is not known there is left out", () => {
  const read = (query: string) => {
    const search = new URLSearchParams(query);
    return gapChoiceOf({ policy: search.get("policy"), direction: search.get("direction") }, POLICIES);
  };
  expect(read("policy=BC%2BSR&direction=below")).toEqual({ policy: "BC+SR", direction: "below" });
  expect(read("policy=gone&direction=sideways")).toEqual({ policy: "", direction: "both" });
  expect(read("")).toEqual({ policy: "", direction: "both" });
});

test("the list is asked for with the choice that is shown, under the filters of the page", () => {
  const search = new URLSearchParams("dimension=secret&policy=gone&policies=base&version=3");
  const shown = { analysisId: "a", dimension: "goal" };
  expect(listHref(shown, { policy: "BC+SR", direction: "above" }, search)).toBe(
    "/api/v1/analyses/a/disagreements?policies=base&version=3&dimension=goal&direction=above&policy=BC%2BSR",
  );
  expect(listHref(shown, { policy: "", direction: "both" }, search)).not.toContain("policy=");
});

test("choosing all takes the choice out of the address again", () => {
  const search = new URLSearchParams("dimension=goal&policy=base");
  expect(queryWith(search, "policy", "")).toBe("?dimension=goal");
  expect(queryWith(search, "policy", "BC+SR")).toBe("?dimension=goal&policy=BC%2BSR");
});

import { describe, expect, test } from "vitest";
import { orderPolicies } from "#lib/domain/analysis/policy-order.ts";

describe("the order of policies that nobody chose", () => {
  test("runs from the base over SR, BC and BC+SR to the expert", () => {
    const names = ["gpt-4", "BC", "BC-selftrain-1", "mistral", "mistral-selftrain-round"];
    expect(orderPolicies(names)).toEqual(["mistral", "mistral-selftrain-round", "BC", "BC-selftrain-1", "gpt-4"]);
    expect(orderPolicies(["expert", "BC+SR", "SR", "base", "BC"])).toEqual(["base", "SR", "BC", "BC+SR", "expert"]);
  });

  test("puts names that tell nothing before the expert, in their order", () => {
    expect(orderPolicies(["gpt-4", "zeta", "alpha", "BC"])).toEqual(["BC", "zeta", "alpha", "gpt-4"]);
  });

  test("stays as it comes where no name tells", () => {
    const names = ["Human", "GPT-2", "BertGeneration", "gpt-4", "CTRL"];
    expect(orderPolicies(names)).toEqual(names);
  });
});

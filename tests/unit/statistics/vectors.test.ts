import { describe, expect, it } from "vitest";
import { agreement } from "./adapters/agreement.ts";
import { bias } from "./adapters/bias.ts";
import { differences, readVectors } from "./vector-files.ts";

const adapters = { ...agreement, ...bias };

describe("known answers", () => {
  const vectors = readVectors();

  it("are all there", () => {
    expect(vectors).toHaveLength(109);
  });

  it.for(vectors.map((vector) => [vector.name, vector] as const))("%s", ([, vector]) => {
    const adapter = adapters[vector.input.statistic];
    if (!adapter) throw new Error(`No function is known for ${vector.input.statistic}`);
    const actual = adapter(vector.input as never);
    expect(differences(actual, vector.expected, vector.tolerance)).toEqual([]);
  });
});

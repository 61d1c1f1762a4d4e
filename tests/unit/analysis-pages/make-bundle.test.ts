import { afterEach, expect, it, vi } from "vitest";
import { Archive } from "#components/analysis/bundle/archive.ts";
import { makeBundle } from "#components/analysis/bundle/make-bundle.ts";
import type { BundleProgress } from "#components/analysis/bundle/progress.ts";

const saved = vi.hoisted(() => [] as string[]);
vi.mock("#components/charts/figure/save-file.ts", () => ({ saveFile: (name: string) => saved.push(name) }));

afterEach(() => {
  saved.length = 0;
  vi.unstubAllGlobals();
});

/** A server whose ratings change after so many answers to views, and go on changing where `isRestless`. */
function serve({ changesAfter, isRestless }: { changesAfter: number; isRestless: boolean }) {
  let views = 0;
  const fingerprint = () => (views <= changesAfter ? "before" : `after ${isRestless ? views : ""}`);
  vi.stubGlobal("fetch", async (href: string) => {
    if (!href.includes("/views/")) {
      const archive = new Archive();
      archive.add("settings.json", new TextEncoder().encode(JSON.stringify({ fingerprint: fingerprint() })));
      const headers = { "content-disposition": 'attachment; filename="made.zip"' };
      return new Response(await archive.finish().arrayBuffer(), { headers });
    }
    views += 1;
    return Response.json({ finding: { view: "bias", empty: {} }, fingerprint: fingerprint() });
  });
}

const make = (told: BundleProgress[]) =>
  makeBundle({
    analysisId: "a",
    href: "/bundle",
    query: "",
    signal: new AbortController().signal,
    tell: (progress) => told.push(progress),
    draw: async () => [],
  });

it("is computed anew where ratings arrive meanwhile, and saved once", async () => {
  serve({ changesAfter: 7, isRestless: false });
  const told: BundleProgress[] = [];
  await make(told);
  expect(saved).toEqual(["made.zip"]);
  expect(told.at(-1)?.step).toBe("done");
  expect(told.filter((progress) => progress.step === "computing" && progress.done === 0)).toHaveLength(2);
});

it("is given up with a sentence where they keep arriving", async () => {
  serve({ changesAfter: 0, isRestless: true });
  await expect(make([])).rejects.toThrow(/^Ratings keep arriving/);
  expect(saved).toEqual([]);
});
